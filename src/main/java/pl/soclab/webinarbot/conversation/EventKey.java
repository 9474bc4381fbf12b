package pl.soclab.webinarbot.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;

/**
 * An event's id where only few characters may stand: in the data of a button and in a deep link
 * ({@code ?start=}). An id that fits stands as it is; another one as a hash, which is found again
 * among the events of the snapshot.
 */
public final class EventKey {
  /** Bot API, deep linking: 1 to 64 of {@code A-Za-z0-9_-}. */
  private static final int MAX_DEEP_LINK = 64;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");
  private static final String HASHED = "h-";
  private static final int HASH_BYTES = 8;

  private static final String REMINDER = "przypomnij-";

  private EventKey() {}

  /** What stands behind {@code ?start=} in a link to an event's card. */
  public static String forDeepLink(String eventId) {
    return of(eventId, MAX_DEEP_LINK);
  }

  /** What stands behind {@code ?start=} in a link that asks whether to be reminded of an event. */
  public static String forReminderLink(String eventId) {
    return REMINDER + of(eventId, MAX_DEEP_LINK - REMINDER.length());
  }

  /** The key in a link to the reminders of an event; null where it is a link to something else. */
  static @Nullable String ofReminderLink(@Nullable String link) {
    return link != null && link.startsWith(REMINDER) ? link.substring(REMINDER.length()) : null;
  }

  static String of(String eventId, int maxLength) {
    return eventId.length() <= maxLength && PLAIN.matcher(eventId).matches()
        ? eventId
        : hashed(eventId);
  }

  private static String hashed(String eventId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(eventId.getBytes(StandardCharsets.UTF_8));
      return HASHED + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The event with that key; null where there is none, as the organisers removed it, say. */
  static @Nullable Event find(String key, List<Event> events) {
    String id = findId(key, events.stream().map(Event::id).toList());
    return events.stream().filter(event -> event.id().equals(id)).findFirst().orElse(null);
  }

  /** Likewise among ids. */
  static @Nullable String findId(String key, List<String> eventIds) {
    String lower = key.toLowerCase(Locale.ROOT);
    List<Predicate<String>> ways =
        List.of(
            id -> id.equals(key),
            id -> hashed(id).equals(lower),
            id -> id.toLowerCase(Locale.ROOT).equals(lower));
    for (Predicate<String> way : ways) {
      for (String id : eventIds) {
        if (way.test(id)) {
          return id;
        }
      }
    }
    return null;
  }
}
