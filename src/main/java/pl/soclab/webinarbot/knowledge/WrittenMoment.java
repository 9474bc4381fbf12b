package pl.soclab.webinarbot.knowledge;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/**
 * A day and an hour as an organiser writes them behind a key: "2022-02-17 09:00", "17.02.2022 godz.
 * 9.00", "czwartek, 17 lutego 2022 r., 9:00–11:00". Every character has to be understood: what is
 * half understood would become a wrong hour.
 *
 * @param date null where only an hour is written
 * @param time null where no hour is written
 * @param endTime the other end of "9:00–11:00"; null where there is none
 * @param weekday null where none is written
 * @param yearInferred whether the date was written without a year
 */
record WrittenMoment(
    @Nullable LocalDate date,
    @Nullable LocalTime time,
    @Nullable LocalTime endTime,
    @Nullable DayOfWeek weekday,
    boolean yearInferred) {

  private static final List<String> MONTHS =
      List.of("sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paz", "lis", "gru");
  private static final List<String> WEEKDAYS =
      List.of("poniedzial", "wtor", "srod", "czwart", "piat", "sobot", "niedziel");
  private static final Pattern WEEKDAY =
      Pattern.compile("\\b(poniedzial|wtor|srod|czwart|piat|sobot|niedziel)\\p{L}*");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\b(?<y>\\d{4})[-./](?<m>\\d{1,2})[-./](?<d>\\d{1,2})(?!\\d)(?:t(?=\\d))?");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "\\b(?<d>\\d{1,2})\\s?[-./]\\s?(?<m>\\d{1,2})\\s?[-./]\\s?(?<y>\\d{4})(?!\\d)");
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "\\b(?<d>\\d{1,2})\\.?\\s*(?<m>sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paz|lis|gru)\\p{L}*\\.?"
              + "(?:,?\\s*(?<y>\\d{4})(?!\\d))?");
  private static final Pattern WITHOUT_YEAR =
      Pattern.compile("\\b(?<d>\\d{1,2})[./](?<m>0[1-9]|1[0-2])(?![\\d:])\\.?");
  private static final List<Pattern> DATES = List.of(YEAR_FIRST, DAY_FIRST, IN_WORDS, WITHOUT_YEAR);
  private static final String HOUR = "(\\d{1,2})(?:[:.](\\d{2})(?::00)?)";
  private static final Pattern HOURS =
      Pattern.compile(
          "\\b" + HOUR + "(?:\\s*(?:-|–|—|do)\\s*(?:godz\\.?\\s*)?" + HOUR + ")?(?!\\d)");
  private static final Pattern WHOLE_HOUR =
      Pattern.compile("\\b(?:godz\\.?|godzina|godzinie|o|od|do|g\\.)\\s*(\\d{1,2})(?![\\d:.])");
  private static final Pattern FILLERS =
      Pattern.compile(
          "(?:\\b(?:godz|godzina|godzinie|godziny|g|o|od|do|w|we|dnia|r|roku|rok|start|poczatek)\\b|[\\s,.;()\\u00A0–—-])*");
  private static final Pattern HOUR_ALONE = Pattern.compile("\\s*" + HOUR + "\\s*");
  private static final int MAX_LENGTH = 120;
  private static final int YEARS_AROUND = 3;

  /**
   * Reads a value; null where a part of it is not understood.
   *
   * @param today a date without a year is the nearest one to it that fits the weekday
   */
  static @Nullable WrittenMoment read(String value, LocalDate today) {
    if (value.length() > MAX_LENGTH) {
      return null;
    }
    var rest = new StringBuilder(Folding.fold(value).replace('\u00A0', ' '));
    try {
      MatchResult weekdayFound = take(WEEKDAY, rest);
      DayOfWeek weekday =
          weekdayFound == null ? null : DayOfWeek.of(WEEKDAYS.indexOf(weekdayFound.group(1)) + 1);
      MatchResult dateFound = null;
      for (Pattern pattern : DATES) {
        dateFound = dateFound == null ? take(pattern, rest) : dateFound;
      }
      LocalDate date = dateFound == null ? null : date(dateFound, weekday, today);
      MatchResult hours = take(HOURS, rest);
      LocalTime time = hours == null ? wholeHour(rest) : time(hours, 1);
      LocalTime end = hours == null || hours.group(3) == null ? null : time(hours, 3);
      if (!FILLERS.matcher(rest).matches() || (date == null && time == null)) {
        return null;
      }
      boolean inferred = dateFound != null && year(dateFound) == null;
      return new WrittenMoment(date, time, end, weekday, inferred);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Reads a value where an hour is expected: "11.10" is no 11 October there. */
  static @Nullable WrittenMoment readHour(String value, LocalDate today) {
    return read(HOUR_ALONE.matcher(value).matches() ? value.replace('.', ':') : value, today);
  }

  /** The first match, blotted out of the text. */
  private static @Nullable MatchResult take(Pattern pattern, StringBuilder text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    MatchResult found = matcher.toMatchResult();
    text.replace(found.start(), found.end(), " ");
    return found;
  }

  private static LocalDate date(MatchResult found, @Nullable DayOfWeek weekday, LocalDate today) {
    int day = Integer.parseInt(found.group("d"));
    String written = found.group("m");
    int month =
        Character.isDigit(written.charAt(0))
            ? Integer.parseInt(written)
            : MONTHS.indexOf(written) + 1;
    String year = year(found);
    if (year != null) {
      return LocalDate.of(Integer.parseInt(year), month, day);
    }
    return nearest(MonthDay.of(month, day), weekday, today);
  }

  private static @Nullable String year(MatchResult found) {
    return found.namedGroups().containsKey("y") ? found.group("y") : null;
  }

  private static LocalDate nearest(MonthDay day, @Nullable DayOfWeek weekday, LocalDate today) {
    LocalDate nearest = null;
    for (int year = today.getYear() - YEARS_AROUND;
        year <= today.getYear() + YEARS_AROUND;
        year++) {
      if (!day.isValidYear(year)) {
        continue;
      }
      LocalDate date = day.atYear(year);
      boolean fits = weekday == null || date.getDayOfWeek() == weekday;
      if (fits && (nearest == null || distance(date, today) < distance(nearest, today))) {
        nearest = date;
      }
    }
    if (nearest == null) {
      throw new DateTimeException("No year near " + today + " fits " + day);
    }
    return nearest;
  }

  private static long distance(LocalDate date, LocalDate today) {
    return Math.abs(date.toEpochDay() - today.toEpochDay());
  }

  private static @Nullable LocalTime wholeHour(StringBuilder rest) {
    MatchResult hour = take(WHOLE_HOUR, rest);
    return hour == null ? null : LocalTime.of(Integer.parseInt(hour.group(1)), 0);
  }

  private static LocalTime time(MatchResult found, int group) {
    return LocalTime.of(
        Integer.parseInt(found.group(group)), Integer.parseInt(found.group(group + 1)));
  }
}
