package pl.soclab.webinarbot.knowledge;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.PolishDates;

/** Reads {@code początek}, {@code godzina}, {@code koniec} and {@code terminy} into sessions. */
final class SessionsReader {
  private static final String DATE_MEND =
      " Proszę napisać ją na przykład tak: 2022-02-17 09:00 albo 17.02.2022 9:00.";

  private final ZoneId zone;
  private final LocalDate today;
  private final Findings findings;

  SessionsReader(ZoneId zone, LocalDate today, Findings findings) {
    this.zone = zone;
    this.today = today;
    this.findings = findings;
  }

  /** The sessions in the order of their start; empty where no date can be read. */
  List<Session> read(List<Field> fields) {
    var sessions = new ArrayList<Session>();
    Field start = FileFields.find(fields, FileField.START);
    if (start != null) {
      for (Field.Text text : start.texts()) {
        add(session(text, fields, null, null, start.texts().size() == 1), sessions);
      }
    }
    Field several = FileFields.find(fields, FileField.SESSIONS);
    if (several != null) {
      for (Field.Value value : several.values()) {
        switch (value) {
          case Field.Text text -> add(session(text, List.of(), null, null, true), sessions);
          case Field.Group group -> add(session(group), sessions);
        }
      }
    }
    sessions.sort(Comparator.comparing(Session::startInstant));
    return List.copyOf(sessions);
  }

  private static void add(@Nullable Session session, List<Session> sessions) {
    boolean isNew =
        session != null
            && sessions.stream()
                .noneMatch(
                    each ->
                        each.startInstant().equals(session.startInstant())
                            && java.util.Objects.equals(each.place(), session.place()));
    if (isNew) {
      sessions.add(session);
    }
  }

  private @Nullable Session session(Field.Group group) {
    Field.Text start = FileFields.text(group.fields(), FileField.START);
    if (start == null) {
      findings.error(
          group.source(), "W tym terminie nie ma początku. Proszę dopisać „początek: ...”.");
      return null;
    }
    String place = null;
    String description = null;
    for (Field field : group.fields()) {
      if (field.key() instanceof FieldKey.OfFact(FactKind kind) && kind == FactKind.PLACE) {
        place = field.texts().isEmpty() ? null : field.texts().getFirst().text();
      } else if (field.key() instanceof FieldKey.OfFile(FileField own)
          && own == FileField.DESCRIPTION) {
        description = field.texts().isEmpty() ? null : field.texts().getFirst().text();
      } else if (!isOfSession(field.key())) {
        findings.warning(
            field.source(),
            "Klucz „"
                + field.written()
                + "” nie należy do terminu, bot go pomija. Termin ma: początek, koniec, miejsce,"
                + " opis. Proszę przenieść go wyżej.");
      }
    }
    return session(start, group.fields(), place, description, true);
  }

  private static boolean isOfSession(FieldKey key) {
    return key instanceof FieldKey.OfFile(FileField own)
        && (own == FileField.START || own == FileField.END || own == FileField.TIME);
  }

  private @Nullable Session session(
      Field.Text start,
      List<Field> fields,
      @Nullable String place,
      @Nullable String description,
      boolean isOnly) {
    WrittenMoment moment = WrittenMoment.read(start.text(), today);
    if (moment == null || moment.date() == null) {
      findings.error(
          start.source(),
          (moment == null ? "Nie da się odczytać daty „" : "Nie ma dnia, jest tylko godzina „")
              + start.text()
              + "”."
              + DATE_MEND);
      return null;
    }
    LocalDate date = moment.date();
    checkDay(moment, date, start.source());
    LocalTime time = moment.time();
    LocalTime endTime = moment.endTime();
    Field.Text hour = FileFields.text(fields, FileField.TIME);
    if (time == null && hour != null) {
      WrittenMoment hours = hours(hour);
      time = hours == null ? null : hours.time();
      endTime = hours == null ? null : hours.endTime();
    }
    LocalDateTime end = endTime == null ? null : date.atTime(endTime);
    Field.Text endText = isOnly ? FileFields.text(fields, FileField.END) : null;
    if (endText != null) {
      end = end(endText, date);
    }
    SourceLine endSource = endText == null ? start.source() : endText.source();
    end = notBefore(time == null ? date.atStartOfDay() : date.atTime(time), end, endSource);
    return new Session(date, time, end, zone, place, description, start.source());
  }

  /**
   * A session with the end that stands in the front matter, where the start is only in the text.
   */
  Session withEnd(Session session, Field.Text endText) {
    LocalDateTime end = end(endText, session.date());
    LocalTime start = session.startTime() == null ? LocalTime.MIN : session.startTime();
    end = notBefore(session.date().atTime(start), end, endText.source());
    return new Session(
        session.date(),
        session.startTime(),
        end == null ? session.end() : end,
        zone,
        session.place(),
        session.description(),
        session.source());
  }

  private @Nullable WrittenMoment hours(Field.Text hour) {
    WrittenMoment hours = WrittenMoment.readHour(hour.text(), today);
    if (hours == null || hours.time() == null || hours.date() != null) {
      findings.error(
          hour.source(),
          "Nie da się odczytać godziny „" + hour.text() + "”. Proszę napisać na przykład: 9:00.");
      return null;
    }
    return hours;
  }

  private @Nullable LocalDateTime end(Field.Text text, LocalDate startDate) {
    WrittenMoment moment = WrittenMoment.readHour(text.text(), today);
    if (moment == null || moment.time() == null) {
      findings.error(
          text.source(),
          "Nie da się odczytać końca „"
              + text.text()
              + "”. Proszę napisać godzinę, na przykład 11:00, albo datę z godziną.");
      return null;
    }
    LocalDate date = moment.date() == null ? startDate : moment.date();
    if (moment.date() != null) {
      checkDay(moment, date, text.source());
    }
    LocalTime time = moment.endTime() == null ? moment.time() : moment.endTime();
    return date.atTime(time);
  }

  private @Nullable LocalDateTime notBefore(
      LocalDateTime start, @Nullable LocalDateTime end, SourceLine source) {
    if (end != null && !end.isAfter(start)) {
      findings.error(
          source,
          "Koniec nie jest późniejszy niż początek, więc bot go nie poda. Proszę poprawić jedno z"
              + " nich.");
      return null;
    }
    return end;
  }

  private void checkDay(WrittenMoment moment, LocalDate date, SourceLine source) {
    if (moment.yearInferred()) {
      findings.note(
          source,
          "Data nie ma roku, bot przyjął "
              + date.getYear()
              + ". Jeżeli to inny rok, proszę go dopisać.");
    }
    if (moment.weekday() != null && moment.weekday() != date.getDayOfWeek()) {
      findings.warning(source, Weekdays.sentence(moment.weekday(), PolishDates.date(date), date));
    }
  }
}
