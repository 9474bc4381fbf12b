package pl.soclab.webinarbot.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One sitting of an event. A plain event has exactly one.
 *
 * @param date the day, in the event's zone
 * @param startTime null where the files give no hour
 * @param end null where the files do not say
 * @param zone the event's zone
 * @param place where this session differs from the event's place; null otherwise
 * @param description what this session is ("punkt konsultacyjny"); null where not said
 * @param source the line it came from
 */
public record Session(
    LocalDate date,
    @Nullable LocalTime startTime,
    @Nullable LocalDateTime end,
    ZoneId zone,
    @Nullable String place,
    @Nullable String description,
    SourceLine source) {

  private static final Duration ASSUMED_LENGTH = Duration.ofHours(2);

  /**
   * The start, or the start of the day where the hour is unknown; a gap of the clock moves it
   * forward.
   */
  public Instant startInstant() {
    return startTime == null
        ? date.atStartOfDay(zone).toInstant()
        : date.atTime(startTime).atZone(zone).toInstant();
  }

  /**
   * From when on it counts as over. One without an end is taken to last two hours, one without an
   * hour the whole day; that is never told to anybody, it only tells what is past from what is to
   * come.
   */
  public Instant overInstant() {
    Instant end = endInstant();
    if (end != null) {
      return end;
    }
    return startTime == null
        ? date.plusDays(1).atStartOfDay(zone).toInstant()
        : startInstant().plus(ASSUMED_LENGTH);
  }

  /** Whether it is over, by {@link #overInstant}. */
  public boolean isOver(Instant now) {
    return !now.isBefore(overInstant());
  }

  /** The end; null where the files do not say. */
  public @Nullable Instant endInstant() {
    return end == null ? null : end.atZone(zone).toInstant();
  }
}
