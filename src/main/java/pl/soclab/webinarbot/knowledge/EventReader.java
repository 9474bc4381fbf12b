package pl.soclab.webinarbot.knowledge;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.PolishDates;

/** Puts an event together from its front matter and its text; the front matter wins. */
final class EventReader {
  private static final int SHORT_LINE = 120;

  private final List<Field> fields;
  private final TextLines body;
  private final List<TextBlock> blocks;
  private final AnnouncementReader.Reading text;
  private final ZoneId zone;
  private final LocalDate today;
  private final Findings findings;

  EventReader(
      List<Field> fields,
      TextLines body,
      List<TextBlock> blocks,
      AnnouncementReader.Reading text,
      ZoneId zone,
      LocalDate today,
      Findings findings) {
    this.fields = fields;
    this.body = body;
    this.blocks = blocks;
    this.text = text;
    this.zone = zone;
    this.today = today;
    this.findings = findings;
  }

  Event read() {
    String file = body.file();
    Map<FactKind, Fact> facts = FactsReader.read(fields, findings);
    List<Session> written = new SessionsReader(zone, today, findings).read(fields);
    Contradictions.check(written, facts, text, findings);
    List<Session> sessions = sessions(written);
    Title title = title(file);
    findings.addAll(text.findings());
    checkDays(title, sessions);
    checkName(file, sessions);
    var status = status();
    Field reminders = FileFields.find(fields, FileField.REMINDERS);
    List<Duration> reminderTimes =
        reminders == null ? ReminderTimes.USUAL : ReminderTimes.read(reminders, findings);
    return new Event(
        FileNames.eventId(file),
        title.text(),
        title.source(),
        zone,
        sessions,
        completed(facts),
        status.status(),
        status.source(),
        reminderTimes,
        file);
  }

  private record Title(String text, SourceLine source) {}

  private record StatusLine(Event.Status status, @Nullable SourceLine source) {}

  private Map<FactKind, Fact> completed(Map<FactKind, Fact> written) {
    var facts = new EnumMap<FactKind, Fact>(FactKind.class);
    facts.putAll(text.facts());
    facts.putAll(written);
    return facts;
  }

  /**
   * The front matter's sessions, or the text's; an hour that only the text gives completes a day.
   */
  private List<Session> sessions(List<Session> written) {
    if (!written.isEmpty()) {
      return written.stream().map(this::completed).toList();
    }
    Field.Text end = FileFields.text(fields, FileField.END);
    if (end != null && text.sessions().size() == 1) {
      Session only = text.sessions().getFirst();
      return List.of(new SessionsReader(zone, today, findings).withEnd(only, end));
    }
    if (text.sessions().isEmpty() && !hasDateError()) {
      findings.warning(
          body.source(0),
          "Nie widać, kiedy jest to wydarzenie. Proszę dopisać „początek: 2022-02-17 09:00” albo"
              + " datę w tekście.");
    }
    return text.sessions();
  }

  private boolean hasDateError() {
    return FileFields.find(fields, FileField.START) != null
        || FileFields.find(fields, FileField.SESSIONS) != null;
  }

  private Session completed(Session session) {
    List<Session> sameDay =
        text.sessions().stream().filter(each -> each.date().equals(session.date())).toList();
    if (session.startTime() != null || sameDay.size() != 1) {
      return session;
    }
    Session read = sameDay.getFirst();
    return new Session(
        session.date(),
        read.startTime(),
        session.end() == null ? read.end() : session.end(),
        zone,
        session.place(),
        session.description(),
        session.source());
  }

  private Title title(String file) {
    Field.Text written = FileFields.text(fields, FileField.TITLE);
    if (written != null) {
      return new Title(written.text(), written.source());
    }
    TextBlock heading = titleHeading();
    if (heading != null) {
      return new Title(heading.text(), heading.source());
    }
    if (text.title() != null && text.titleSource() != null && !text.title().isBlank()) {
      return new Title(text.title(), text.titleSource());
    }
    for (int i = 0; i < body.lines().size(); i++) {
      String line = body.lines().get(i).strip();
      if (!line.isEmpty()) {
        return line.length() <= SHORT_LINE
            ? new Title(line, body.source(i))
            : new Title(FileNames.base(file), body.source(i));
      }
    }
    return new Title(FileNames.base(file), new SourceLine(file, 1));
  }

  /** The first heading of the first level, or the heading that the text starts with. */
  private @Nullable TextBlock titleHeading() {
    for (TextBlock block : blocks) {
      if (block.level() == 1) {
        return block;
      }
    }
    boolean startsWithOne = !blocks.isEmpty() && blocks.getFirst().kind() == TextBlock.Kind.HEADING;
    return startsWithOne && !blocks.getFirst().asks() ? blocks.getFirst() : null;
  }

  private StatusLine status() {
    Field.Text written = FileFields.text(fields, FileField.STATUS);
    Event.Status status = FileFields.status(written, findings);
    if (written != null && status != null) {
      if (text.status() != null && text.status() != status && text.statusSource() != null) {
        findings.warning(
            written.source(),
            "Opis i tekst mówią co innego („stan”): w opisie jest „"
                + status.polish()
                + "”, a w wierszu "
                + text.statusSource().line()
                + " „"
                + text.status().polish()
                + "”. Bot trzyma się opisu; proszę poprawić jedno z nich.");
      }
      return new StatusLine(status, written.source());
    }
    return text.status() == null
        ? new StatusLine(Event.Status.PLANNED, null)
        : new StatusLine(text.status(), text.statusSource());
  }

  private void checkDays(Title title, List<Session> sessions) {
    Weekdays.check(title.text(), title.source(), sessions, findings);
    var lines = new ArrayList<>(body.lines());
    for (int i = 0; i < lines.size(); i++) {
      Weekdays.check(lines.get(i), body.source(i), sessions, findings);
    }
  }

  private void checkName(String file, List<Session> sessions) {
    if (!FileNames.fitsDeepLink(file)) {
      findings.note(
          new SourceLine(file, 1),
          "Nazwa pliku nie mieści się w linku do bota (najwyżej 64 litery bez polskich znaków,"
              + " cyfry, - i _). W linku będzie inna; jeżeli to ma znaczenie, proszę ją zmienić.");
    }
    LocalDate named = FileNames.day(file);
    if (named != null
        && !sessions.isEmpty()
        && sessions.stream().noneMatch(session -> session.date().equals(named))) {
      findings.warning(
          sessions.getFirst().source(),
          "W nazwie pliku jest data "
              + PolishDates.date(named)
              + ", a wydarzenie jest "
              + PolishDates.date(sessions.getFirst().date())
              + ". Proszę sprawdzić, która jest dobra.");
    }
  }
}
