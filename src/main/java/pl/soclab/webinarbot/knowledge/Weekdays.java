package pl.soclab.webinarbot.knowledge;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.PolishDates;

/** Finds the places of a text where a weekday does not go with the date beside it. */
final class Weekdays {
  private static final List<String> STEMS =
      List.of("poniedzial", "wtor", "srod", "czwart", "piat", "sobot", "niedziel");
  private static final List<String> MONTHS =
      List.of(
          "stycznia",
          "lutego",
          "marca",
          "kwietnia",
          "maja",
          "czerwca",
          "lipca",
          "sierpnia",
          "wrzesnia",
          "pazdziernika",
          "listopada",
          "grudnia");
  private static final String WEEKDAY =
      "\\b(?<weekday>poniedzial|wtor|srod|czwart|piat|sobot|niedziel)\\p{L}*";
  private static final String DATE =
      "(?<![\\d.])(?<d>\\d{1,2})(?:\\.(?<m>\\d{1,2})\\b|\\.? (?<name>"
          + String.join("|", MONTHS)
          + ")\\b)(?:[. ]{1,2}(?<y>\\d{4})\\b)?";
  private static final List<Pattern> TOGETHER =
      List.of(
          Pattern.compile(WEEKDAY + "[ ,(]{1,3}(?:dnia )?" + DATE),
          Pattern.compile(DATE + "(?: ?r(?:oku|\\.)?)?[ ,]{0,2}\\(" + WEEKDAY + "\\)"));

  private Weekdays() {}

  /**
   * Checks a line.
   *
   * @param sessions a date without a year is that of a session on the same day and month
   */
  static void check(String line, SourceLine source, List<Session> sessions, Findings findings) {
    String folded = Folding.fold(line);
    for (Pattern pattern : TOGETHER) {
      Matcher matcher = pattern.matcher(folded);
      while (matcher.find()) {
        DayOfWeek weekday = DayOfWeek.of(STEMS.indexOf(matcher.group("weekday")) + 1);
        LocalDate date = date(matcher, sessions);
        if (date != null && date.getDayOfWeek() != weekday && !findings.speakOf(source)) {
          findings.warning(source, sentence(weekday, PolishDates.date(date), date));
        }
      }
    }
  }

  static String sentence(DayOfWeek written, String dateText, LocalDate date) {
    return "Jest tu „"
        + PolishDates.weekday(written)
        + "”, a "
        + dateText
        + " to "
        + PolishDates.weekday(date.getDayOfWeek())
        + ". Bot trzyma się daty; proszę poprawić dzień tygodnia albo datę.";
  }

  private static @Nullable LocalDate date(Matcher matcher, List<Session> sessions) {
    int day = Integer.parseInt(matcher.group("d"));
    int month =
        matcher.group("m") == null
            ? MONTHS.indexOf(matcher.group("name")) + 1
            : Integer.parseInt(matcher.group("m"));
    if (matcher.group("y") == null) {
      return sessions.stream()
          .map(Session::date)
          .filter(date -> date.getDayOfMonth() == day && date.getMonthValue() == month)
          .findFirst()
          .orElse(null);
    }
    try {
      return LocalDate.of(Integer.parseInt(matcher.group("y")), month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
