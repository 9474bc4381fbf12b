package pl.soclab.webinarbot.conversation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.knowledge.SourceLine;

/** Events for tests: {@code aWebinar().on("2022-02-17", "9:00").build()}. */
final class AnEvent {
  static final String LINK = "https://us02web.zoom.us/j/81951034606";

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

  private String id = "2022-02-17-citizenlab";
  private String title = "O platformie CitizenLab";
  private ZoneId zone = ZoneId.of("Europe/Warsaw");
  private Event.Status status = Event.Status.PLANNED;
  private List<Duration> reminders = List.of(Duration.ofDays(1), Duration.ofHours(1));
  private final List<Session> sessions = new ArrayList<>();
  private final Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);

  /** The webinar with its link, translation and organiser, and without a date. */
  static AnEvent aWebinar() {
    return anEvent("2022-02-17-citizenlab", "O platformie CitizenLab")
        .with(FactKind.PLACE, "online (Zoom)")
        .with(FactKind.LINK, LINK)
        .with(FactKind.MEETING_ID, "819 5103 4606")
        .with(FactKind.PASSCODE, "969412")
        .with(FactKind.TRANSLATION, "na język polski")
        .with(FactKind.ORGANISERS, "Fundacja SocLab");
  }

  static AnEvent anEvent(String id, String title) {
    var event = new AnEvent();
    event.id = id;
    event.title = title;
    return event;
  }

  AnEvent on(String date) {
    return session(date, null, null, null);
  }

  AnEvent on(String date, String hour) {
    return session(date, hour, null, null);
  }

  AnEvent on(String date, String from, String to) {
    return session(date, from, to, null);
  }

  AnEvent on(String date, String from, String to, String place) {
    return session(date, from, to, place);
  }

  private AnEvent session(
      String date, @Nullable String from, @Nullable String to, @Nullable String place) {
    LocalDate day = LocalDate.parse(date);
    LocalDateTime end = to == null ? null : day.atTime(LocalTime.parse(to, HOUR));
    LocalTime start = from == null ? null : LocalTime.parse(from, HOUR);
    sessions.add(new Session(day, start, end, zone, place, null, line()));
    return this;
  }

  AnEvent in(String zoneId) {
    zone = ZoneId.of(zoneId);
    return this;
  }

  AnEvent with(FactKind kind, String... values) {
    facts.put(kind, new Fact(kind, List.of(values), line(), Fact.Origin.FRONT_MATTER));
    return this;
  }

  AnEvent that(Event.Status is) {
    status = is;
    return this;
  }

  AnEvent remindedOf(Duration... before) {
    reminders = List.of(before);
    return this;
  }

  Event build() {
    return new Event(
        id,
        title,
        line(),
        zone,
        sessions,
        facts,
        status,
        null,
        reminders,
        "wydarzenia/" + id + ".md");
  }

  private SourceLine line() {
    return new SourceLine("wydarzenia/" + id + ".md", 2 + sessions.size());
  }

  /** What files with these events and nothing else say. */
  static Knowledge knowledgeOf(AnEvent... events) {
    List<Event> sorted =
        Stream.of(events)
            .map(AnEvent::build)
            .sorted(
                Comparator.comparing(
                    event ->
                        event.sessions().isEmpty()
                            ? LocalDate.MAX
                            : event.sessions().getFirst().date()))
            .toList();
    return new Knowledge(sorted, List.of(), List.of(), List.of(), List.of());
  }
}
