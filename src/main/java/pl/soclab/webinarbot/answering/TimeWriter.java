package pl.soclab.webinarbot.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.messaging.RichText;

/** Says when a session is, and how that stands to the clock: tomorrow, under way, over. */
final class TimeWriter {
  private final Wording wording;

  TimeWriter(Wording wording) {
    this.wording = wording;
  }

  /** "czwartek, 17 lutego 2022, godz. 9:00–11:00". */
  String when(Session session) {
    String day = day(session.date());
    if (session.startTime() == null) {
      return day;
    }
    return day + ", " + wording.get("time.hour", hours(session));
  }

  private String day(LocalDate date) {
    return switch (wording.language()) {
      case POLISH -> PolishDates.weekday(date.getDayOfWeek()) + ", " + PolishDates.date(date);
      case ENGLISH, UKRAINIAN ->
          date.format(DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", wording.locale()));
    };
  }

  private static String hours(Session session) {
    String start = PolishDates.hour(java.util.Objects.requireNonNull(session.startTime()));
    LocalDateTime end = session.end();
    if (end == null) {
      return start;
    }
    return end.toLocalDate().equals(session.date())
        ? start + "–" + PolishDates.hour(end.toLocalTime())
        : start
            + " – "
            + PolishDates.dayAndMonth(end.toLocalDate())
            + ", "
            + PolishDates.hour(end.toLocalTime());
  }

  /** The answer to "kiedy?" about one session. */
  RichText answer(Session session, Instant now) {
    var text = new RichText.Builder();
    String when = capitalised(when(session));
    if (session.isOver(now)) {
      return text.plain(wording.get("time.past", when(session))).build();
    }
    text.bold(when);
    if (session.startTime() == null) {
      text.plain(" (" + wording.get("time.no_hour") + ")");
    }
    String distance = distance(session, now);
    return text.plain(distance == null ? "." : " – " + distance + ".").build();
  }

  /** "to jutro", "to za 12 dni", "trwa teraz"; null where nothing fits. */
  @Nullable String distance(Session session, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, session.zone());
    Instant start = session.startInstant();
    if (session.startTime() != null && !now.isBefore(start)) {
      return session.end() == null
          ? wording.get("time.started", PolishDates.hour(session.startTime()))
          : wording.get("time.running");
    }
    long days = ChronoUnit.DAYS.between(today, session.date());
    if (days == 0) {
      return session.startTime() == null
          ? wording.get("time.today")
          : wording.get("time.today") + ", " + in(Duration.between(now, start));
    }
    return switch ((int) Math.min(days, 3)) {
      case 1 -> wording.get("time.tomorrow");
      case 2 -> wording.get("time.day_after");
      default -> wording.get("time.in_days", counted(days, "time.days"));
    };
  }

  /** "za 3 godziny", "za 20 minut". */
  private String in(Duration left) {
    return wording.get(
        "time.in_days",
        left.toHours() > 0
            ? counted(left.toHours(), "time.hours")
            : counted(Math.max(1, left.toMinutes()), "time.minutes"));
  }

  /** "2 godziny 30 minut". */
  String length(Duration length) {
    String hours = length.toHours() == 0 ? "" : counted(length.toHours(), "time.hours.length");
    String minutes =
        length.toMinutesPart() == 0 ? "" : counted(length.toMinutesPart(), "time.minutes.length");
    return (hours + " " + minutes).strip();
  }

  private String counted(long number, String key) {
    List<String> forms = List.of(wording.get(key).split("\\|"));
    return PolishDates.counted(number, forms.get(0), forms.get(1), forms.get(2));
  }

  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
