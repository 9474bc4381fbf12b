package pl.soclab.webinarbot.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for a long text: for a button's data, for a key of a table. */
final class Digest {
  private static final int BYTES = 16;

  private Digest() {}

  /** 32 hexadecimal digits that only these texts in this order have. */
  static String of(String... texts) {
    // No file and no sentence holds a NUL, so two texts are never taken for one.
    String all = String.join("\0", texts);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
