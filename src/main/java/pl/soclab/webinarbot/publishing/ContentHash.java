package pl.soclab.webinarbot.publishing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** By what a content is known again: SHA-256 in hexadecimal digits. */
public final class ContentHash {
  private ContentHash() {}

  /** Null for null, which is no file. */
  static @Nullable String of(byte @Nullable [] content) {
    if (content == null) {
      return null;
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** That of a text in UTF-8; null for null, which is no file. */
  public static @Nullable String of(@Nullable String text) {
    return text == null ? null : of(text.getBytes(StandardCharsets.UTF_8));
  }
}
