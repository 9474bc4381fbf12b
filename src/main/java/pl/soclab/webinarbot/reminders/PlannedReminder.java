package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * A reminder that follows from an event's file.
 *
 * @param eventId the event
 * @param start of the session; the start of its day where no hour is given
 * @param end until when the reminder is of use: the start, or the end of a day without an hour
 * @param lead how long before the start it is meant to come
 * @param scopes whom it goes to
 * @param due when it leaves: the start less the lead, moved out of the quiet hours
 * @param zone of the event
 */
public record PlannedReminder(
    String eventId,
    Instant start,
    Instant end,
    Duration lead,
    Set<Scope> scopes,
    Instant due,
    ZoneId zone) {
  public PlannedReminder {
    scopes = Set.copyOf(scopes);
  }

  /** What makes it unique: it is sent once, however often the file is saved. */
  public String occasion() {
    return occasionsOf(eventId) + start + " " + lead;
  }

  /** What the occasions of an event's reminders begin with. */
  static String occasionsOf(String eventId) {
    return "reminder " + eventId + " ";
  }

  /** Whether all who get this one get the other too. */
  boolean isCoveredBy(PlannedReminder other) {
    return isForSame(other) && other.scopes.containsAll(scopes);
  }

  /** Whether both are for the same session. */
  boolean isForSame(PlannedReminder other) {
    return eventId.equals(other.eventId) && start.equals(other.start);
  }
}
