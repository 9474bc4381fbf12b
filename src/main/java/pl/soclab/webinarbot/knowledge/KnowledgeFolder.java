package pl.soclab.webinarbot.knowledge;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the organisers' files as it is now: watches it, reads it again when a file was
 * saved, and tells who listens. A file that somebody broke keeps its last good version until it is
 * mended, so that a typing error costs residents nothing.
 *
 * <p>It looks at names, times and content of the files instead of asking the system for events:
 * folders on a network or in a container report none. Safe for use by several threads.
 */
public final class KnowledgeFolder implements AutoCloseable {
  private static final Logger LOG = System.getLogger(KnowledgeFolder.class.getName());

  /** Editors write a file in several steps; half of one is not worth reading. */
  private static final Duration QUIET = Duration.ofMillis(300);

  private static final Duration PERIOD = Duration.ofMillis(200);

  /**
   * Looking at a large folder takes a while; it shall keep a core busy for no more than a tenth.
   */
  private static final int REST = 9;

  private static final String STILL_ANSWERED =
      " Do tego czasu bot odpowiada z plików, które w nim były.";

  private final Path folder;
  private final InstantSource clock;
  private final KnowledgeReader reader;
  private final List<Consumer<KnowledgeReader.Reading>> listeners = new CopyOnWriteArrayList<>();
  private final Checksums checksums = new Checksums();
  private Map<String, Shown> shown = Map.of();
  private volatile List<FolderWalk.FoundFile> read = List.of();
  private List<FolderWalk.FoundFile> seen = List.of();
  private Instant changed = Instant.MIN;
  private volatile KnowledgeReader.Reading current;
  private @Nullable Thread watcher;

  /** A file as it is, and the version of it that is answered from. */
  private record Shown(FileReading asItIs, FileReading good) {}

  /**
   * Reads a folder for the first time; it is watched from {@link #start} on.
   *
   * @param reader reads the files
   * @param clock measures how long the files have been quiet
   */
  public KnowledgeFolder(Path folder, KnowledgeReader reader, InstantSource clock) {
    this.folder = folder;
    this.reader = reader;
    this.clock = clock;
    this.current = readNow(walk());
  }

  /** What the folder said when it was last read. */
  public KnowledgeReader.Reading current() {
    return current;
  }

  /** Tells a listener every later reading, on the thread that read it. */
  public void onChange(Consumer<KnowledgeReader.Reading> listener) {
    listeners.add(listener);
  }

  /** Starts watching on a thread of its own. */
  public synchronized void start() {
    if (watcher == null) {
      watcher = Thread.ofPlatform().daemon().name("knowledge-folder").start(this::watch);
    }
  }

  /** Stops watching. */
  @Override
  public synchronized void close() {
    if (watcher != null) {
      watcher.interrupt();
      watcher = null;
    }
  }

  private void watch() {
    Duration rest = PERIOD;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(rest);
        rest = PERIOD;
        long start = System.nanoTime();
        if (!tick()) {
          Duration longer = Duration.ofNanos(System.nanoTime() - start).multipliedBy(REST);
          rest = longer.compareTo(PERIOD) > 0 ? longer : PERIOD;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        // The watcher has to outlive a disk that is away for a moment.
        LOG.log(Level.ERROR, "Looking at " + folder + " failed", e);
      }
    }
  }

  /**
   * Looks at the folder once, and reads it if it has changed and been quiet since, or if it is
   * another day.
   *
   * @return whether it says something else now
   */
  public synchronized boolean tick() {
    FolderWalk walk = walk();
    Instant now = clock.instant();
    if (!walk.files().equals(seen)) {
      seen = walk.files();
      changed = now;
    }
    boolean isAnew = seen.equals(read) ? reader.readAgain(walk) : !changed.plus(QUIET).isAfter(now);
    if (isAnew) {
      current = readNow(walk);
      listeners.forEach(this::tell);
    }
    return isAnew;
  }

  private FolderWalk walk() {
    return FolderWalk.of(folder, checksums, clock.instant());
  }

  private void tell(Consumer<KnowledgeReader.Reading> listener) {
    try {
      listener.accept(current);
    } catch (RuntimeException e) {
      // The others want to know too.
      LOG.log(Level.ERROR, "A listener of " + folder + " failed", e);
    }
  }

  private synchronized KnowledgeReader.Reading readNow(FolderWalk walk) {
    if (walk.isAway() && !shown.isEmpty()) {
      return readAway(walk);
    }
    var now = new LinkedHashMap<String, Shown>();
    for (FileReading file : reader.readFiles(walk)) {
      Shown before = shown.get(file.file());
      now.put(
          file.file(),
          before != null && before.asItIs() == file
              ? before
              : new Shown(file, goodVersion(file, before == null ? null : before.good())));
    }
    shown = now;
    seen = walk.files();
    read = walk.files();
    List<FileReading> files = now.values().stream().map(Shown::good).toList();
    return Snapshot.of(files, KnowledgeReader.findings(folder, walk));
  }

  /** A folder that was emptied says nothing more; one that is gone is a fault of the machine's. */
  private KnowledgeReader.Reading readAway(FolderWalk walk) {
    seen = walk.files();
    read = walk.files();
    List<Finding> findings =
        KnowledgeReader.findings(folder, walk).stream()
            .map(
                finding ->
                    new Finding(
                        finding.source(), finding.severity(), finding.sentence() + STILL_ANSWERED))
            .toList();
    return Snapshot.of(shown.values().stream().map(Shown::good).toList(), findings);
  }

  /** The file as it is, or as it was before an error took its text or its date away. */
  private static FileReading goodVersion(FileReading file, @Nullable FileReading before) {
    boolean lost =
        file.hasError()
            && before != null
            && !before.unreadable()
            && (file.unreadable() || (before.hasSessions() && !file.hasSessions()));
    if (before == null || !lost) {
      return file;
    }
    var findings = new ArrayList<>(file.findings());
    findings.add(
        new Finding(
            new SourceLine(file.file(), 1),
            Finding.Severity.NOTE,
            "Do czasu poprawki bot odpowiada z poprzedniej wersji tego pliku."));
    return before.withFindings(findings);
  }

  /** Where the files are. */
  public Path path() {
    return folder;
  }

  /** All files as they were last read, relative to the folder, in the order of their names. */
  public List<String> files() {
    return read.stream().map(FolderWalk.FoundFile::name).toList();
  }

  /**
   * Reads the folder now, without waiting until it is quiet: for whoever wrote a whole file. Where
   * nothing has changed nothing is read, and nobody is told.
   */
  public synchronized KnowledgeReader.Reading refresh() {
    FolderWalk walk = walk();
    if (!walk.files().equals(read)) {
      current = readNow(walk);
      listeners.forEach(this::tell);
    }
    return current;
  }

  /**
   * What the folder would say with one file changed; nothing is written. The others are taken as
   * they were last read, and the changed one with its own errors, not as its last good version.
   *
   * @param file relative to the folder; need not exist
   * @param content null for the folder without that file
   */
  public synchronized KnowledgeReader.Reading preview(String file, @Nullable String content) {
    var files = new TreeMap<String, FileReading>();
    shown.forEach((name, version) -> files.put(name, version.good()));
    files.remove(file);
    if (content != null) {
      files.put(file, reader.readFile(file, content.getBytes(StandardCharsets.UTF_8)));
    }
    return Snapshot.of(files.values(), List.of());
  }
}
