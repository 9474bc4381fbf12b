package pl.soclab.webinarbot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.cli.BackupFiles;

/**
 * A file beside the database that no copy of it can be: where it lies on the disk and when it was
 * born are part of what it stands for, and a copy has another place and another birth. Its time of
 * change is the last sign of life. It never goes into a backup.
 */
final class InstallationMark {
  static final String NAME = BackupFiles.MARK;

  /** Some file systems know no birth, and give the time of change for it. */
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

  private static final String BORN = "born";

  private final Path file;

  private InstallationMark(Path file) {
    this.file = file;
  }

  /** The mark of that folder; a new one where there is none. */
  static InstallationMark in(Path folder) {
    Path file = folder.resolve(NAME);
    var mark = new InstallationMark(file);
    try {
      if (mark.content().isEmpty()) {
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        boolean knowsBirth = attributes(file).creationTime().toInstant().isAfter(LONG_AGO);
        Files.writeString(file, UUID.randomUUID() + (knowsBirth ? " " + BORN : "") + "\n");
      }
      return mark;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  private String content() throws IOException {
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8).strip() : "";
  }

  /** What the file stands for: it is the same for as long as the file is. */
  String identity() {
    try {
      String content = content();
      BasicFileAttributes attributes = attributes(file);
      return content
          + " "
          + place()
          + (content.endsWith(BORN) ? " " + attributes.creationTime().toInstant() : "");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** The number that the disk has for it; a volume may have another one after each mount. */
  private Object place() throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Files.getAttribute(file, "unix:ino");
    }
    return "-";
  }

  /** The last sign of life; null where there was none since it was made. */
  @Nullable Instant aliveAt() {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return null;
    }
  }

  /** Gives a sign of life. */
  void alive(Instant now) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
