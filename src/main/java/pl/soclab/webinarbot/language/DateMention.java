package pl.soclab.webinarbot.language;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A day as a text names it.
 *
 * @param start of the mention in the text
 * @param end behind its last character
 * @param day 1 to 31
 * @param month 1 to 12
 * @param year null where the text gives none
 * @param weekday null where the text gives none
 */
public record DateMention(
    int start, int end, int day, int month, @Nullable Integer year, @Nullable DayOfWeek weekday) {

  /** How far back a day without a year and a weekday may lie; it is next year's otherwise. */
  private static final int DAYS_PAST = 60;

  /** Years that are tried for a weekday that has to fit. */
  private static final int YEARS_AROUND = 6;

  /**
   * The day; a year that is not given is that of the nearest day that fits the weekday, or of the
   * next such day where no weekday is given.
   *
   * @param today what "nearest" is measured from
   * @return null where there is no such day (30 February)
   */
  public @Nullable LocalDate date(LocalDate today) {
    if (year != null) {
      return in(year);
    }
    if (weekday != null) {
      return IntStream.rangeClosed(today.getYear() - YEARS_AROUND, today.getYear() + YEARS_AROUND)
          .mapToObj(this::in)
          .filter(date -> date != null && date.getDayOfWeek() == weekday)
          .min(Comparator.comparingLong(date -> Math.abs(date.toEpochDay() - today.toEpochDay())))
          .orElse(null);
    }
    LocalDate thisYear = in(today.getYear());
    return thisYear == null || thisYear.isBefore(today.minusDays(DAYS_PAST))
        ? in(today.getYear() + 1)
        : thisYear;
  }

  private @Nullable LocalDate in(int ofYear) {
    try {
      return LocalDate.of(ofYear, month, day);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
