package pl.soclab.webinarbot.knowledge;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Finding.Severity;
import pl.soclab.webinarbot.knowledge.FrontMatter.Entry;
import pl.soclab.webinarbot.knowledge.FrontMatter.Value;
import pl.soclab.webinarbot.language.DateMention;
import pl.soclab.webinarbot.language.HourMention;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.language.TimeReader;

/**
 * Reads the sessions out of the front matter: {@code początek}, {@code koniec}, {@code terminy}.
 */
final class SessionParser {
  private final ZoneId zone;
  private final LocalDate today;
  private final List<Finding> findings;

  SessionParser(ZoneId zone, LocalDate today, List<Finding> findings) {
    this.zone = zone;
    this.today = today;
    this.findings = findings;
  }

  /** The sessions in order of their start; empty where none is given or none can be read. */
  List<Session> parse(FrontMatter front) {
    var sessions = new ArrayList<Session>();
    Value start = front.value(Keys.START);
    if (start != null) {
      add(start, front.value(Keys.END), null, null, sessions);
    }
    Entry list = front.entry(Keys.SESSIONS);
    if (list != null) {
      list.values().forEach(value -> add(value, null, null, null, sessions));
      list.sessions().forEach(session -> add(session, list.source(), sessions));
    }
    sessions.sort(Comparator.comparing(Session::startInstant));
    return sessions;
  }

  private void add(Map<String, Value> session, SourceLine source, List<Session> sessions) {
    Value start = session.get(Keys.START);
    if (start == null) {
      findings.add(
          new Finding(
              source,
              Severity.ERROR,
              "Jeden z terminów nie ma początku. Proszę dopisać na przykład „początek: 2022-02-17 09:00”."));
      return;
    }
    add(
        start,
        session.get(Keys.END),
        session.get(FactKind.PLACE.key()),
        session.get(Keys.DESCRIPTION),
        sessions);
  }

  private void add(
      Value start,
      @Nullable Value end,
      @Nullable Value place,
      @Nullable Value description,
      List<Session> sessions) {
    List<DateMention> dates = TimeReader.dates(start.text());
    LocalDate date = dates.isEmpty() ? null : dates.getFirst().date(today);
    if (date == null) {
      unreadable(start);
      return;
    }
    checkWeekday(dates.getFirst(), date, start.source());
    HourMention hours = hours(start.text());
    LocalTime from = hours == null ? null : hours.from();
    LocalDateTime until =
        end == null
            ? (hours == null || hours.to() == null ? null : date.atTime(hours.to()))
            : end(end, date);
    if (until != null && from != null && !until.isAfter(date.atTime(from))) {
      findings.add(
          new Finding(
              (end == null ? start : end).source(),
              Severity.ERROR,
              "Koniec wypada przed początkiem, więc go pominięto. Proszę poprawić datę lub godzinę."));
      until = null;
    }
    sessions.add(
        new Session(
            date,
            from,
            until,
            zone,
            place == null ? null : place.text(),
            description == null ? null : description.text(),
            start.source()));
  }

  private void unreadable(Value value) {
    findings.add(
        new Finding(
            value.source(),
            Severity.ERROR,
            "Nie rozumiem daty „" + value.text() + "”. Proszę zapisać ją jak „2022-02-17 09:00”."));
  }

  /** An hour without a cue ("2022-02-17 9.00") stands behind the date. */
  private static @Nullable HourMention hours(String text) {
    List<HourMention> hours = TimeReader.hours(text);
    if (!hours.isEmpty()) {
      return hours.getFirst();
    }
    List<DateMention> dates = TimeReader.dates(text);
    String rest = dates.isEmpty() ? text : text.substring(dates.getLast().end());
    List<HourMention> bare = TimeReader.hours("godz. " + rest.replaceFirst("^[T,\\s]+", ""));
    return bare.isEmpty() ? null : bare.getFirst();
  }

  private @Nullable LocalDateTime end(Value end, LocalDate startDate) {
    List<DateMention> dates = TimeReader.dates(end.text());
    HourMention hour = hours(end.text());
    LocalDate date = dates.isEmpty() ? startDate : dates.getFirst().date(today);
    if (hour == null || date == null) {
      unreadable(end);
      return null;
    }
    return date.atTime(hour.from());
  }

  private void checkWeekday(DateMention mention, LocalDate date, SourceLine source) {
    if (mention.weekday() != null && mention.weekday() != date.getDayOfWeek()) {
      findings.add(
          new Finding(
              source,
              Severity.WARNING,
              PolishDates.date(date)
                  + " to "
                  + PolishDates.weekday(date.getDayOfWeek())
                  + ", a nie "
                  + PolishDates.weekday(mention.weekday())
                  + ". Proszę sprawdzić datę i dzień tygodnia."));
    }
  }
}
