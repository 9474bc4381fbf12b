package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.knowledge.SourceLine;

/** An event for tests: {@code AnEvent.at("2022-02-17T09:00")}; a day alone has no hour. */
record AnEvent(
    String id, ZoneId zone, Event.Status status, List<Duration> leads, List<String> starts) {
  static final List<Duration> USUAL =
      List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(10));

  static AnEvent at(String... starts) {
    return new AnEvent(
        "webinar", ZoneId.of("Europe/Warsaw"), Event.Status.PLANNED, USUAL, List.of(starts));
  }

  AnEvent called(String newId) {
    return new AnEvent(newId, zone, status, leads, starts);
  }

  AnEvent in(String zoneId) {
    return new AnEvent(id, ZoneId.of(zoneId), status, leads, starts);
  }

  AnEvent that(Event.Status is) {
    return new AnEvent(id, zone, is, leads, starts);
  }

  AnEvent reminding(Duration... before) {
    return new AnEvent(id, zone, status, List.of(before), starts);
  }

  Event build() {
    var sessions = new ArrayList<Session>();
    var source = new SourceLine("wydarzenia/" + id + ".md", 1);
    for (String start : starts) {
      boolean hasHour = start.contains("T");
      var local = LocalDateTime.parse(hasHour ? start : start + "T00:00");
      sessions.add(
          new Session(
              local.toLocalDate(),
              hasHour ? local.toLocalTime() : null,
              null,
              zone,
              null,
              null,
              source));
    }
    return new Event(
        id, "Webinar", source, zone, sessions, Map.of(), status, null, leads, source.file());
  }

  static List<Event> all(AnEvent... events) {
    return Stream.of(events).map(AnEvent::build).toList();
  }
}
