package pl.soclab.webinarbot.messaging;

import java.util.Arrays;

/**
 * The way to files that were sent to the bot. Implementations are safe for use by many threads and
 * never throw for what Telegram may answer.
 */
@FunctionalInterface
public interface IncomingFiles {
  /**
   * Brings a file.
   *
   * @param fileId as Telegram names it (Bot API, {@code Document.file_id})
   * @param limit in bytes; a longer file is not read to its end, whatever its sender says of its
   *     size
   */
  Download fetch(String fileId, int limit);

  /** What came of it. */
  sealed interface Download {}

  /** The file, whole. */
  record Loaded(byte[] content) implements Download {
    public Loaded {
      content = content.clone();
    }

    @Override
    public byte[] content() {
      return content.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Loaded that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(content);
    }
  }

  /** It is longer than the limit, or than what Telegram lets a bot have (20 MB). */
  record TooBig() implements Download {}

  /**
   * It could not be brought: Telegram is out of reach, or keeps the file no longer.
   *
   * @param reason without the token
   */
  record NotLoaded(String reason) implements Download {}
}
