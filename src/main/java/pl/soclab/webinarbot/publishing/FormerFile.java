package pl.soclab.webinarbot.publishing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.FileText;

/** A file as it is on the disk, to the byte and as text. */
final class FormerFile {
  private FormerFile() {}

  /**
   * All of it; null where there is none.
   *
   * @throws IOException where it cannot be read, or is longer than what is kept
   */
  static byte @Nullable [] read(Path target) throws IOException {
    try (var stream = Files.newInputStream(target)) {
      byte[] bytes = stream.readNBytes(FileText.MAX_BYTES + 1);
      if (bytes.length > FileText.MAX_BYTES) {
        throw new IOException(target + " is longer than what is kept of a file");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** As the folder's reader reads it; what is no text at all stays as far as it can be shown. */
  static @Nullable String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    String text = FileText.read("", bytes).text();
    return text == null ? new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD') : text;
  }
}
