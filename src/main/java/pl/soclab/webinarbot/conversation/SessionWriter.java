package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.PolishDates;

/** Says when a session is, in the language of the phrases, and whether it is over. */
record SessionWriter(Phrases phrases) {

  /** "czwartek, 17 lutego 2022, godz. 9:00–11:00". */
  String when(Session session) {
    String day = day(session.date());
    if (session.startTime() == null) {
      return day;
    }
    String start = PolishDates.hour(session.startTime());
    return day + ", " + phrases.get("hour", start + until(session));
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

  /** The session under way or next to come; null where all are over, or where there is none. */
  static @Nullable Session next(Event event, Instant now) {
    return event.sessions().stream()
        .filter(session -> !session.isOver(now))
        .findFirst()
        .orElse(null);
  }
}
