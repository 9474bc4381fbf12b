package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.PolishDates;

/** Says when a session is, in the language of the phrases, and whether it is over. */
record SessionWriter(Phrases phrases) {

  /** "czwartek, 17 lutego 2022, godz. 9:00–11:00". */
  String when(Session session) {
    return when(session.date(), session.startTime(), until(session));
  }

  /** "czwartek, 17 lutego 2022, godz. 9:00"; no hour where there is none. */
  String when(LocalDate date, @Nullable LocalTime time) {
    return when(date, time, "");
  }

  private String when(LocalDate date, @Nullable LocalTime time, String until) {
    return time == null
        ? day(date)
        : day(date) + ", " + phrases.get("hour", PolishDates.hour(time) + until);
  }

  /** "w czwartek 17 lutego 2022, o 9:00 czasu polskiego". */
  String moment(Session session) {
    LocalDate date = session.date();
    String day =
        switch (phrases.language()) {
          case POLISH -> PolishDates.onWeekday(date.getDayOfWeek()) + " " + PolishDates.date(date);
          case ENGLISH, UKRAINIAN -> day(date);
        };
    LocalTime time = session.startTime();
    return time == null
        ? phrases.get("moment.no_hour", day)
        : phrases.get("moment", day, PolishDates.hour(time), zone(session.zone()));
  }

  /** "czasu polskiego". */
  String zone(ZoneId zone) {
    return zone.getId().equals("Europe/Warsaw")
        ? phrases.get("zone.polish")
        : phrases.get("zone.other", zone.getId());
  }

  private String until(Session session) {
    LocalDateTime end = session.end();
    if (end == null) {
      return "";
    }
    String hour = PolishDates.hour(end.toLocalTime());
    return end.toLocalDate().equals(session.date())
        ? "–" + hour
        : " – " + day(end.toLocalDate()) + ", " + hour;
  }

  private String day(LocalDate date) {
    return switch (phrases.language()) {
      case POLISH -> PolishDates.weekday(date.getDayOfWeek()) + ", " + PolishDates.date(date);
      case ENGLISH, UKRAINIAN -> formatted("EEEE, d MMMM yyyy", date);
    };
  }

  /** "17 lutego". */
  String day(Session session) {
    return switch (phrases.language()) {
      case POLISH -> PolishDates.dayAndMonth(session.date());
      case ENGLISH, UKRAINIAN -> formatted("d MMMM", session.date());
    };
  }

  private String formatted(String pattern, LocalDate date) {
    return DateTimeFormatter.ofPattern(pattern, phrases.language().locale()).format(date);
  }

  /** The sessions that have not begun; one without an hour begins with its day. */
  static List<Session> ahead(Event event, Instant now) {
    return event.sessions().stream().filter(s -> s.startInstant().isAfter(now)).toList();
  }
}
