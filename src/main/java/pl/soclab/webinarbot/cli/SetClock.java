package pl.soclab.webinarbot.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;

/** Clocks that start where they are told and run on. */
public final class SetClock {
  /** Where local times are meant as long as no event says otherwise. */
  static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Warsaw");

  private SetClock() {}

  /** A clock that shows that instant now and runs on. */
  public static InstantSource startingAt(Instant start) {
    InstantSource system = InstantSource.system();
    return InstantSource.offset(system, Duration.between(system.instant(), start));
  }

  /** The system's clock, or one that starts at a local time. */
  static InstantSource startingAt(@Nullable LocalDateTime start, ZoneId zone) {
    return start == null ? InstantSource.system() : startingAt(start.atZone(zone).toInstant());
  }

  /** The zone of the event nearest to an instant, before or after it. */
  static ZoneId zoneOf(List<Event> events, Instant instant) {
    return events.stream()
        .filter(event -> !event.sessions().isEmpty())
        .min(Comparator.comparing(event -> distance(event, instant)))
        .map(Event::zone)
        .orElse(DEFAULT_ZONE);
  }

  private static Duration distance(Event event, Instant instant) {
    return event.sessions().stream()
        .map(session -> Duration.between(instant, session.startInstant()).abs())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
