package pl.soclab.webinarbot.knowledge;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
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

  private static final Duration PERIOD = Duration.ofMillis(500);

  private final Path folder;
  private final InstantSource clock;
  private final KnowledgeReader reader;
  private final List<Consumer<KnowledgeReader.Reading>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, FileReading> lastGood = new HashMap<>();
  private volatile List<FolderWalk.FoundFile> read = List.of();
  private List<FolderWalk.FoundFile> seen = List.of();
  private Instant changed = Instant.MIN;
  private volatile KnowledgeReader.Reading current;
  private @Nullable Thread watcher;

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
    this.current = readNow(FolderWalk.of(folder));
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
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(PERIOD);
        tick();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        // The watcher has to outlive a disk that is away for a moment.
        LOG.log(Level.ERROR, "Looking at " + folder + " failed", e);
      }
    }
  }

  /**
   * Looks at the folder once, and reads it if it has changed and been quiet since.
   *
   * @return whether it was read
   */
  public synchronized boolean tick() {
    FolderWalk walk = FolderWalk.of(folder);
    Instant now = clock.instant();
    if (!walk.files().equals(seen)) {
      seen = walk.files();
      changed = now;
    }
    if (seen.equals(read) || changed.plus(QUIET).isAfter(now)) {
      return false;
    }
    current = readNow(walk);
    for (Consumer<KnowledgeReader.Reading> listener : listeners) {
      tell(listener);
    }
    return true;
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
    var files = new ArrayList<FileReading>();
    for (FileReading file : reader.readFiles(walk)) {
      files.add(goodVersion(file));
    }
    lastGood.clear();
    files.forEach(file -> lastGood.put(file.file(), file));
    seen = walk.files();
    read = walk.files();
    return Snapshot.of(files, KnowledgeReader.findings(folder, walk));
  }

  /** The file as it is, or as it was before an error took its text or its date away. */
  private FileReading goodVersion(FileReading file) {
    FileReading before = lastGood.get(file.file());
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
    FolderWalk walk = FolderWalk.of(folder);
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
    var files = new TreeMap<>(lastGood);
    files.remove(file);
    if (content != null) {
      files.put(file, reader.readFile(file, content.getBytes(StandardCharsets.UTF_8)));
    }
    return Snapshot.of(files.values(), List.of());
  }
}
