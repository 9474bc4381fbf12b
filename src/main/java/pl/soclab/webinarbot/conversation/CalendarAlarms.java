package pl.soclab.webinarbot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.stream.Stream;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;

/** When a calendar rings for a session: negative times from its start. */
final class CalendarAlarms {
  static final TemporalAmount DAY_BEFORE = Period.ofDays(-1);
  static final TemporalAmount HOUR_BEFORE = Duration.ofHours(-1);

  /** From midnight: nine in the morning of the day before, as nobody wants an alarm at night. */
  static final TemporalAmount MORNING_BEFORE = Duration.ofHours(-15);

  private CalendarAlarms() {}

  /**
   * The alarms of a session that still lie ahead: some calendars ring at once for one that does
   * not. None for a cancelled event.
   */
  static List<TemporalAmount> of(Event event, Session session, Instant now) {
    if (event.status() == Event.Status.CANCELLED) {
      return List.of();
    }
    Stream<TemporalAmount> alarms =
        session.startTime() == null
            ? Stream.of(MORNING_BEFORE)
            : Stream.of(DAY_BEFORE, HOUR_BEFORE);
    var start = session.startInstant().atZone(session.zone());
    return alarms.filter(alarm -> start.plus(alarm).toInstant().isAfter(now)).toList();
  }
}
