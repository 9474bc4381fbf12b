package pl.soclab.webinarbot.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Dates and hours written in Polish as a careful person writes them. */
public final class PolishDates {
  private static final List<String> WEEKDAYS =
      List.of("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela");
  private static final List<String> IN_WEEKDAYS =
      List.of(
          "w poniedziałek",
          "we wtorek",
          "w środę",
          "w czwartek",
          "w piątek",
          "w sobotę",
          "w niedzielę");
  private static final List<String> MONTHS_OF =
      List.of(
          "stycznia",
          "lutego",
          "marca",
          "kwietnia",
          "maja",
          "czerwca",
          "lipca",
          "sierpnia",
          "września",
          "października",
          "listopada",
          "grudnia");

  private PolishDates() {}

  /** "czwartek". */
  public static String weekday(DayOfWeek day) {
    return WEEKDAYS.get(day.ordinal());
  }

  /** "w czwartek", "we wtorek". */
  public static String onWeekday(DayOfWeek day) {
    return IN_WEEKDAYS.get(day.ordinal());
  }

  /** "17 lutego 2022". */
  public static String date(LocalDate date) {
    return dayAndMonth(date) + " " + date.getYear();
  }

  /** "17 lutego". */
  public static String dayAndMonth(LocalDate date) {
    return date.getDayOfMonth() + " " + MONTHS_OF.get(date.getMonthValue() - 1);
  }

  /** "9:00". */
  public static String hour(LocalTime time) {
    return "%d:%02d".formatted(time.getHour(), time.getMinute());
  }

  /**
   * The form of a noun that goes with a number: 1 dzień, 2 dni, 5 dni.
   *
   * @param one with 1
   * @param few with 2 to 4, but not 12 to 14
   * @param many with the others
   */
  public static String counted(long number, String one, String few, String many) {
    if (number == 1) {
      return number + " " + one;
    }
    long last = number % 10;
    long lastTwo = number % 100;
    boolean isFew = last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14);
    return number + " " + (isFew ? few : many);
  }
}
