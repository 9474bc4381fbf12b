package pl.soclab.webinarbot.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Backups as they lie in a folder: ZIP files that hold the file of a database. */
public final class BackupFiles {
  /** Under the folder of the data. */
  public static final String FOLDER = "kopie";

  /**
   * The mark of the installation, beside the database: without it the database counts as brought
   * from elsewhere.
   */
  public static final String MARK = "instalacja";

  private static final String DATABASE = ".mv.db";

  private BackupFiles() {}

  /**
   * All in a folder; none where there is no such folder.
   *
   * @throws IOException if it cannot be read
   */
  public static List<Path> newestFirst(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      // The moment stands in the name.
      return files
          .filter(file -> file.getFileName().toString().endsWith(".zip"))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /** Whether it can be read to its end, with all checksums right, and holds a database. */
  public static boolean isWhole(Path file) throws IOException {
    try {
      extract(file, OutputStream.nullOutputStream());
      return true;
    } catch (ZipException e) {
      return false;
    }
  }

  /**
   * Writes the database that a backup holds.
   *
   * @throws ZipException if it is torn or holds none
   * @throws IOException if it cannot be read or the target not be written
   */
  static void extract(Path file, OutputStream target) throws IOException {
    // Unlike ZipFile, it compares the checksum.
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(DATABASE)) {
          zip.transferTo(target);
          return;
        }
      }
    } catch (EOFException e) {
      throw torn(file, e);
    }
    throw torn(file, null);
  }

  private static ZipException torn(Path file, @Nullable Throwable cause) {
    var torn = new ZipException("No whole database in " + file);
    torn.initCause(cause);
    return torn;
  }
}
