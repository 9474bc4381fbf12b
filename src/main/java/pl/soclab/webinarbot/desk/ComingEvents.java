package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.reminders.QuietHours;

/**
 * The events that organisers look forward to, and what follows from them for whoever writes to
 * organisers. Events that were cancelled are not among them.
 */
record ComingEvents(Knowledge knowledge, Instant now) {
  /** Whoever has so little time left wants to know at night, too. */
  private static final Duration SOON = Duration.ofHours(12);

  /** Those with a session to come or under way, the nearest first; then those without a date. */
  List<Event> all() {
    return stream().sorted(Comparator.comparing(this::start)).toList();
  }

  private Stream<Event> stream() {
    return knowledge.events().stream()
        .filter(event -> event.status() != Event.Status.CANCELLED)
        .filter(event -> event.sessions().isEmpty() || event.next(now) != null);
  }

  /** When its next session starts, or the one under way did; far away where that is not known. */
  Instant start(Event event) {
    Session next = event.next(now);
    return next == null ? Instant.MAX : next.startInstant();
  }

  /** Where the organisers' day begins: in the zone of the next event, else in Poland. */
  ZoneId zone() {
    return stream()
        .min(Comparator.comparing(this::start))
        .map(Event::zone)
        .orElse(Audiences.USUAL_ZONE);
  }

  /** Whether what can wait has to, as the organisers sleep and no event is near. */
  boolean isNight(QuietHours quiet) {
    return quiet.isQuiet(now, zone())
        && stream().noneMatch(event -> start(event).isBefore(now.plus(SOON)));
  }
}
