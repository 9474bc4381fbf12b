package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The part of the day in which nobody is written to without need.
 *
 * @param from when it begins, in the event's zone
 * @param to when it ends; earlier than {@code from} when it lasts over midnight, equal for none
 */
public record QuietHours(LocalTime from, LocalTime to) {
  /** 21:00 to 8:00. */
  public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

  /** What is meant to come so shortly before is wanted at its time, whatever the hour. */
  private static final Duration SHORT = Duration.ofHours(1);

  /** So long before the night, as a message to many takes its time. */
  private static final Duration BEFORE_NIGHT = Duration.ofMinutes(30);

  /** Whether that instant is in the quiet hours of that zone. */
  public boolean isQuiet(Instant instant, ZoneId zone) {
    LocalTime time = instant.atZone(zone).toLocalTime();
    return from.isAfter(to)
        ? !time.isBefore(from) || time.isBefore(to)
        : !time.isBefore(from) && time.isBefore(to);
  }

  /** The end of the quiet hours around that instant; the instant itself where it is not quiet. */
  public Instant endAfter(Instant instant, ZoneId zone) {
    if (!isQuiet(instant, zone)) {
      return instant;
    }
    ZonedDateTime local = instant.atZone(zone);
    ZonedDateTime end = local.with(to);
    return (end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant();
  }

  Instant fit(Instant wanted, PlannedReminder reminder) {
    return fit(wanted, reminder.start(), reminder.lead(), reminder.zone());
  }

  private Instant beginBefore(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    ZonedDateTime begin = local.with(from);
    return (begin.isAfter(local) ? local.minusDays(1).with(from) : begin).toInstant();
  }

  /**
   * When a reminder leaves that is meant for that instant. It waits for the morning where it still
   * comes in at least half of its time before the start; one that is due an hour before or less
   * goes at its time all the same; the others go before the night.
   *
   * @param wanted the start less the lead
   */
  Instant fit(Instant wanted, Instant start, Duration lead, ZoneId zone) {
    if (!isQuiet(wanted, zone)) {
      return wanted;
    }
    Instant morning = endAfter(wanted, zone);
    if (!morning.isAfter(start.minus(lead.dividedBy(2)))) {
      return morning;
    }
    return lead.compareTo(SHORT) <= 0 ? wanted : beginBefore(wanted, zone).minus(BEFORE_NIGHT);
  }
}
