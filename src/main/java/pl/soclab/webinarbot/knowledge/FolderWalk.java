package pl.soclab.webinarbot.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lists the files below a folder in the order of their names, so that two machines read the same
 * folder the same way. Links within the folder are followed, but no folder is entered twice; one
 * that leads out of it is not: what it leads to would be read out to residents.
 */
final class FolderWalk {
  private static final int MAX_DEPTH = 16;
  private static final List<String> LEFTOVERS =
      List.of("~", ".bak", ".tmp", ".swp", ".swo", ".orig", ".part");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\u2028\u2029\uFFFD]");
  private static final Set<String> SYSTEM_FILES = Set.of("thumbs.db", "desktop.ini");

  private final Path folder;
  private final Checksums checksums;
  private final List<FoundFile> files = new ArrayList<>();
  private final Findings findings = new Findings();
  private final Set<Object> entered = new HashSet<>();
  private boolean away;

  /**
   * A file below the folder.
   *
   * @param name relative to the folder, with {@code /} between names
   * @param size in bytes
   * @param modified the time of its last change
   * @param checksum of its content; 0 for a file that is too large to be read
   */
  record FoundFile(Path path, String name, long size, FileTime modified, long checksum) {}

  private FolderWalk(Path folder, Checksums checksums) {
    this.folder = folder;
    this.checksums = checksums;
  }

  /** Walks a folder; a folder that is missing has no files. */
  static FolderWalk of(Path folder) {
    return of(folder, new Checksums(), Instant.EPOCH);
  }

  /**
   * The same.
   *
   * @param checksums of the former walk of this folder
   */
  static FolderWalk of(Path folder, Checksums checksums, Instant now) {
    var walk = new FolderWalk(folder, checksums);
    checksums.begin(now);
    walk.away = !Files.isDirectory(folder);
    if (!walk.away) {
      walk.enter(folder, 0);
      walk.files.sort(Comparator.comparing(FoundFile::name));
    }
    checksums.end();
    return walk;
  }

  List<FoundFile> files() {
    return List.copyOf(files);
  }

  /** Whether the folder itself cannot be looked into, so that nothing is known of its files. */
  boolean isAway() {
    return away;
  }

  List<Finding> findings() {
    return findings.all();
  }

  private void enter(Path directory, int depth) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      if (!entered.add(identity(directory))) {
        return;
      }
      if (depth > MAX_DEPTH) {
        findings.warning(
            new SourceLine(name(directory), 1),
            "Ten folder leży zbyt głęboko, więc bot go nie czyta. Proszę przenieść go wyżej.");
        return;
      }
      var sorted = new ArrayList<Path>();
      entries.forEach(sorted::add);
      sorted.sort(Comparator.comparing(Path::toString));
      sorted.forEach(entry -> visit(entry, depth));
    } catch (IOException | UncheckedIOException | java.nio.file.DirectoryIteratorException e) {
      away |= directory.equals(folder);
      findings.error(
          new SourceLine(name(directory), 1),
          "Nie można otworzyć tego folderu. Proszę sprawdzić, czy bot ma prawo go czytać.");
    }
  }

  private void visit(Path entry, int depth) {
    String fileName = String.valueOf(entry.getFileName());
    if (isSkipped(fileName)) {
      return;
    }
    if (UNSEEN.matcher(fileName).find()) {
      findings.warning(
          new SourceLine(name(entry), 1),
          "W tej nazwie jest znak, którego nie widać, więc bot tego nie czyta. Proszę zmienić"
              + " nazwę.");
      return;
    }
    try {
      if (Files.isSymbolicLink(entry) && !entry.toRealPath().startsWith(folder.toRealPath())) {
        findings.error(
            new SourceLine(name(entry), 1),
            "To dowiązanie prowadzi poza folder, więc bot go nie czyta. Proszę skopiować tu pliki.");
        return;
      }
      BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        enter(entry, depth + 1);
      } else if (attributes.isRegularFile()) {
        String name = name(entry);
        files.add(
            new FoundFile(
                entry,
                name,
                attributes.size(),
                attributes.lastModifiedTime(),
                checksums.of(name, entry, attributes)));
      }
    } catch (IOException e) {
      findings.error(
          new SourceLine(name(entry), 1),
          "Nie można odczytać tego pliku. Proszę sprawdzić, czy istnieje i czy bot ma prawo go"
              + " czytać.");
    }
  }

  /** Dot files, and what editors and office programs leave beside a file. */
  private static boolean isSkipped(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return lower.startsWith(".")
        || lower.startsWith("~")
        || lower.startsWith("#")
        || SYSTEM_FILES.contains(lower)
        || LEFTOVERS.stream().anyMatch(lower::endsWith);
  }

  private static Object identity(Path directory) throws IOException {
    return directory.toRealPath();
  }

  private String name(Path path) {
    String relative = folder.relativize(path).toString().replace('\\', '/');
    // A line end in a name would begin a line of the log.
    return relative.isEmpty() ? "." : UNSEEN.matcher(relative).replaceAll("?");
  }
}
