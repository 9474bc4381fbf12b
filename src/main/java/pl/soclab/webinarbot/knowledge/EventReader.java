package pl.soclab.webinarbot.knowledge;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Fact.Origin;
import pl.soclab.webinarbot.knowledge.Finding.Severity;
import pl.soclab.webinarbot.knowledge.FrontMatter.Entry;
import pl.soclab.webinarbot.knowledge.FrontMatter.Value;
import pl.soclab.webinarbot.language.Folding;

/** Puts an event together from its front matter and its text; the front matter wins. */
final class EventReader {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final List<Duration> DEFAULT_REMINDERS =
      List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(10));

  private final TextFile file;
  private final FrontMatter front;
  private final LocalDate today;
  private final List<Finding> findings;

  EventReader(TextFile file, FrontMatter front, LocalDate today, List<Finding> findings) {
    this.file = file;
    this.front = front;
    this.today = today;
    this.findings = findings;
  }

  Event read(String id, AnnouncementReader.Reading text, ZoneId zone) {
    findings.addAll(text.findings());
    List<Session> sessions = new SessionParser(zone, today, findings).parse(front);
    if (!sessions.isEmpty() && !text.sessions().isEmpty()) {
      compareStart(sessions.getFirst(), text.sessions());
    }
    Value title = front.value(Keys.TITLE);
    Status status = status(text);
    return new Event(
        id,
        title == null ? title(text) : title.text(),
        title == null ? titleSource(text) : title.source(),
        zone,
        sessions.isEmpty() ? text.sessions() : sessions,
        facts(text),
        status.status(),
        status.source(),
        reminders(),
        file.name());
  }

  private String title(AnnouncementReader.Reading text) {
    String heading = BodyReader.title(file.from(front.bodyStart()));
    return heading != null
        ? heading
        : text.title() != null ? text.title() : Names.withoutFolder(file.name());
  }

  private SourceLine titleSource(AnnouncementReader.Reading text) {
    return text.titleSource() == null ? file.line(1) : text.titleSource();
  }

  /** The zone that the front matter names; Warsaw's where it names none or an unknown one. */
  static ZoneId zone(FrontMatter front, List<Finding> findings) {
    Value zone = front.value(Keys.ZONE);
    if (zone == null) {
      return WARSAW;
    }
    try {
      return ZoneId.of(zone.text());
    } catch (DateTimeException e) {
      findings.add(
          new Finding(
              zone.source(),
              Severity.ERROR,
              "Nie znam strefy czasowej „"
                  + zone.text()
                  + "”; przyjęto Europe/Warsaw. Proszę ją poprawić."));
      return WARSAW;
    }
  }

  private Map<FactKind, Fact> facts(AnnouncementReader.Reading text) {
    var facts = new EnumMap<FactKind, Fact>(FactKind.class);
    facts.putAll(text.facts());
    front
        .entries()
        .forEach(
            (key, entry) -> {
              FactKind kind = Keys.fact(key);
              if (kind != null && !entry.values().isEmpty()) {
                List<String> values = values(kind, entry);
                if (!values.isEmpty()) {
                  compare(kind, values, facts.get(kind), entry.source());
                  facts.put(kind, new Fact(kind, values, entry.source(), Origin.FRONT_MATTER));
                }
              }
            });
    return facts;
  }

  private List<String> values(FactKind kind, Entry entry) {
    var values = new ArrayList<String>();
    for (Value value : entry.values()) {
      if (kind == FactKind.LINK) {
        String link = FactChecks.link(value, findings);
        if (link != null) {
          values.add(link);
        }
        continue;
      }
      if (kind == FactKind.CONTACT) {
        FactChecks.contact(value, findings);
      }
      values.add(value.text());
    }
    return values;
  }

  private void compare(
      FactKind kind, List<String> values, @Nullable Fact inText, SourceLine source) {
    boolean compared =
        kind == FactKind.LINK || kind == FactKind.MEETING_ID || kind == FactKind.PASSCODE;
    if (compared
        && inText != null
        && !values
            .getFirst()
            .replaceAll("[\\s-]", "")
            .equals(inText.value().replaceAll("[\\s-]", ""))) {
      findings.add(
          new Finding(
              source,
              Severity.WARNING,
              "„"
                  + kind.key()
                  + "” różni się od tekstu w wierszu "
                  + inText.source().line()
                  + " („"
                  + inText.value()
                  + "”). Liczy się ten wiersz; proszę sprawdzić, co jest prawdą."));
    }
  }

  private void compareStart(Session session, List<Session> inText) {
    boolean agrees =
        inText.stream()
            .anyMatch(
                other ->
                    other.date().equals(session.date())
                        && (other.startTime() == null
                            || session.startTime() == null
                            || other.startTime().equals(session.startTime())));
    if (!agrees) {
      findings.add(
          new Finding(
              session.source(),
              Severity.WARNING,
              "Termin różni się od tekstu w wierszu "
                  + inText.getFirst().source().line()
                  + ". Liczy się ten wiersz; proszę sprawdzić, co jest prawdą."));
    }
  }

  private record Status(Event.Status status, @Nullable SourceLine source) {}

  private Status status(AnnouncementReader.Reading text) {
    Value value = front.value(Keys.STATUS);
    if (value == null) {
      return text.status() == null
          ? new Status(Event.Status.PLANNED, null)
          : new Status(text.status(), text.statusSource());
    }
    String folded = Folding.fold(value.text());
    for (Event.Status status : Event.Status.values()) {
      if (folded.startsWith(Folding.fold(status.polish()).substring(0, 6))) {
        return new Status(status, value.source());
      }
    }
    findings.add(
        new Finding(
            value.source(),
            Severity.ERROR,
            "Nie znam stanu „"
                + value.text()
                + "”. Proszę wpisać: zaplanowane, odwołane albo przełożone."));
    return new Status(Event.Status.PLANNED, null);
  }

  private List<Duration> reminders() {
    Entry entry = front.entry(Keys.REMINDERS);
    if (entry == null) {
      return DEFAULT_REMINDERS;
    }
    var reminders = new ArrayList<Duration>();
    for (Value value : entry.values()) {
      Duration duration = Durations.parse(value.text());
      if (duration == null) {
        findings.add(
            new Finding(
                value.source(),
                Severity.ERROR,
                "Nie rozumiem przypomnienia „"
                    + value.text()
                    + "”. Proszę wpisać na przykład „1 dzień”, „2 godziny” albo „10 minut”."));
      } else {
        reminders.add(duration);
      }
    }
    reminders.sort(Comparator.reverseOrder());
    return reminders.isEmpty() ? DEFAULT_REMINDERS : reminders;
  }
}
