package pl.soclab.webinarbot.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message goes to.
 *
 * @param eventId the subscribers of that event; null for those of every event
 * @param name in Polish, as it stands behind "Odbiorcy:"
 * @param count how many chats there are now
 */
record Audience(@Nullable String eventId, String name, long count) {
  private static final String EVERYONE = "*";
  private static final int HASH_BYTES = 16;

  /** The same in a button's data. Event ids may be longer than a button holds, hence a hash. */
  String key() {
    return key(eventId);
  }

  static String key(@Nullable String eventId) {
    if (eventId == null) {
      return EVERYONE;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(eventId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** "zapisani na „O platformie CitizenLab”, 5 osób". */
  String withCount() {
    return DeskPhrases.get("audience", name, DeskPhrases.people(count));
  }
}
