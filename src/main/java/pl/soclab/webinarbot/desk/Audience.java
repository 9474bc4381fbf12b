package pl.soclab.webinarbot.desk;

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

  /** The same in a button's data. Event ids may be longer than a button holds, hence a hash. */
  String key() {
    return key(eventId);
  }

  static String key(@Nullable String eventId) {
    if (eventId == null) {
      return EVERYONE;
    }
    return Digest.of(eventId);
  }

  /** "zapisani na „O platformie CitizenLab”, 5 osób". */
  String withCount() {
    return DeskPhrases.get("audience", name, DeskPhrases.people(count));
  }
}
