package pl.soclab.webinarbot.language;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and hours out of Polish text: "w czwartek 17.02 o godz. 9:00", "5 i 12 marca w godz.
 * 17–19.30", "o dziewiątej". With or without diacritics.
 */
public final class TimeReader {
  private static final String MONTH =
      "(stycz(?:en|nia|niu)|lut(?:y|ego|ym)|mar(?:zec|ca|cu)|kwie(?:cien|tnia|tniu)|maj(?:a|u)?|czerw(?:iec|ca|cu)"
          + "|lip(?:iec|ca|cu)|sierp(?:ien|nia|niu)|wrze(?:sien|snia|sniu)|pazdziernik(?:a|u)?|listopad(?:a|zie)?"
          + "|grud(?:zien|nia|niu))(?!\\p{L})";
  private static final List<String> MONTH_STARTS =
      List.of("sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paz", "lis", "gru");
  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");
  private static final String DASH = "\\s?[-–—]\\s?";

  /**
   * In "Kolejowa 2 – 5 maja" the number belongs to the house; only where nothing but a date can
   * begin does a dash with spaces join two days.
   */
  private static final String DAYS_DASH =
      "[-–—]|(?<=(?:^|[,(:;]\\s?|(?:dniach|dni|od|terminie)\\s)\\d{1,2})\\s[-–—]\\s";

  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?<![\\d.,:])(\\d{1,2}(?:\\.?(?:\\s*,\\s*|\\s+i\\s+|\\s+oraz\\s+|"
              + DAYS_DASH
              + ")\\d{1,2}){0,9})\\.?\\s+"
              + MONTH
              + "(?:\\s+(\\d{4}))?");
  private static final Pattern IN_FIGURES =
      Pattern.compile(
          "(?<![\\d.,:/-])(\\d{1,2})[./](0?[1-9]|1[0-2])(?:[./](\\d{4}|\\d{2}))?(?![\\d:/]|[.,]\\d|\\s?(?:zl|%|mln))");
  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
  private static final Pattern IN_ROMAN =
      Pattern.compile("(?<![\\d.])(\\d{1,2})\\.?\\s(i{1,3}|iv|vi{0,3}|ix|xi{0,2})\\.?\\s(\\d{4})");
  private static final String ENGLISH_MONTH =
      "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|t|ober|ember)?\\.?";

  /** "Mar 18, 2025" and "18 March 2025", as meeting services write invitations. */
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<!\\p{L})" + ENGLISH_MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");

  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+" + ENGLISH_MONTH + ",?\\s+(\\d{4})");
  private static final List<String> ENGLISH_MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** "05:00 PM". */
  private static final Pattern TWELVE_HOURS =
      Pattern.compile("(?<![\\d.,:-])(0?[1-9]|1[0-2])(?:[:.]([0-5]\\d))?\\s?([ap])\\.?m(?!\\p{L})");

  private static final String WEEKDAY =
      "(poniedzial\\p{L}*|wtor\\p{L}*|srod\\p{L}*|czwart(?:ek|ku|kiem|kowy)|piat(?:ek|ku|kiem)|sobot\\p{L}*|niedziel\\p{L}*)";
  private static final Pattern WEEKDAY_BEFORE =
      Pattern.compile(WEEKDAY + "\\s*[,(:–-]?\\s*(?:dnia\\s+|tj\\.\\s*)?$");
  private static final Pattern WEEKDAY_AFTER =
      Pattern.compile("^\\s*(?:r\\.|roku|br\\.?)?\\s*[,(/–-]?\\s*(?:we?\\s+|tj\\.\\s*)?" + WEEKDAY);

  private static final String HOUR = "([01]?\\d|2[0-4])(?:[:.]([0-5]\\d))?";
  private static final String TO = "(?:" + DASH + "|\\s+do\\s+(?:godz(?:iny|\\.)?\\s*)?)";
  private static final Pattern WITH_CUE =
      Pattern.compile(
          "(?<!\\p{L})(?:godz(?:ina|inie|iny|inach|ine|\\.|:)?|g\\.|h\\.?|start:?|poczatek:?|godz\\.:|[\\x{1F550}-\\x{1F567}\\x{23F0}\\x{231A}]\\x{FE0F}?)\\s*:?\\s*(?:od\\s+)?(?:o\\s+)?(?:godz\\.?\\s*)?"
              + HOUR
              + "(?:"
              + TO
              + HOUR
              + ")?(?!\\d|\\s*(?:minut|min\\b|osob|lat\\b|zl|miejsc))");
  private static final Pattern SPAN =
      Pattern.compile(
          "(?<![\\d.,:-])([01]?\\d|2[0-3])[:.]([0-5]\\d)"
              + TO
              + "([01]?\\d|2[0-4])[:.]([0-5]\\d)(?!\\d|\\.\\d)");
  private static final Pattern FROM_TO =
      Pattern.compile(
          "(?<!\\p{L})od\\s+(?:godz(?:iny|\\.)?\\s*)?"
              + HOUR
              + "\\s+do\\s+(?:godz(?:iny|\\.)?\\s*)?"
              + HOUR
              + "(?!\\d|[.,]\\d|\\s*(?:minut|osob|lat\\b|zl|miejsc|roku|\\d{4}|"
              + MONTH.replace("(?!\\p{L})", "")
              + "))");
  private static final Pattern CLOCK =
      Pattern.compile("(?<![\\d.,:-])([01]?\\d|2[0-3]):([0-5]\\d)(?![\\d:])");
  private static final Pattern AT =
      Pattern.compile(
          "(?<!\\p{L})(?:o|na)\\s+([01]?\\d|2[0-3])(?:\\.([0-5]\\d))?(?![\\d:.]|\\s*(?:minut|osob|lat\\b|zl|miejsc|%|"
              + MONTH.replace("(?!\\p{L})", "")
              + "))");
  private static final Pattern IN_ORDINALS =
      Pattern.compile(
          "(?<!\\p{L})(?:o|od|godzin[aie]+)\\s+(?:godzinie\\s+)?(dwudziest\\p{L}+"
              + " pierwszej|pierwszej|drugiej|trzeciej|czwartej|piatej|szostej|siodmej|osmej|dziewiatej|dziesiatej|jedenastej|dwunastej|trzynastej|czternastej|pietnastej|szesnastej|siedemnastej|osiemnastej|dziewietnastej|dwudziestej)(?!\\p{L})");
  private static final Pattern STREET =
      Pattern.compile("(?<!\\p{L})(?:ul|al|pl|os)\\.\\s*$|(?:ulic|alej|plac)\\p{L}*\\s*$");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,2})" + DASH + "(\\d{1,2})");

  /** Longer spans of days are periods, not meetings on each day. */
  private static final int LONGEST_RANGE = 5;

  private static final Pattern NOON = Pattern.compile("(?<!\\p{L})w (?:samo )?poludnie(?!\\p{L})");
  private static final List<String> ORDINALS =
      List.of(
          "pierwszej",
          "drugiej",
          "trzeciej",
          "czwartej",
          "piatej",
          "szostej",
          "siodmej",
          "osmej",
          "dziewiatej",
          "dziesiatej",
          "jedenastej",
          "dwunastej",
          "trzynastej",
          "czternastej",
          "pietnastej",
          "szesnastej",
          "siedemnastej",
          "osiemnastej",
          "dziewietnastej",
          "dwudziestej");

  private TimeReader() {}

  /** Folded letter by letter, so that positions stay those of the text. */
  static String fold(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String one =
          c < 128 ? String.valueOf(Character.toLowerCase(c)) : Folding.fold(String.valueOf(c));
      folded.append(one.length() == 1 ? one.charAt(0) : c == '\u00A0' ? ' ' : c);
    }
    return folded.toString();
  }

  /** All days that a text names, in order; several for "5 i 12 marca". */
  public static List<DateMention> dates(String text) {
    String folded = fold(text);
    var dates = new ArrayList<DateMention>();
    // Nine of ten sentences have no figure, and all patterns look for one first.
    if (!hasDigit(folded)) {
      return dates;
    }
    List<HourMention> hours = hours(text);
    Matcher words = IN_WORDS.matcher(folded);
    while (words.find()) {
      String month = words.group(2);
      int number = monthOf(month);
      for (String day : days(words.group(1))) {
        add(folded, words, day, number, words.group(3), dates);
      }
    }
    Matcher iso = ISO.matcher(folded);
    while (iso.find()) {
      add(folded, iso, iso.group(3), Integer.parseInt(iso.group(2)), iso.group(1), dates);
    }
    Matcher roman = IN_ROMAN.matcher(folded);
    while (roman.find()) {
      add(folded, roman, roman.group(1), ROMAN.indexOf(roman.group(2)) + 1, roman.group(3), dates);
    }
    english(folded, dates);
    Matcher figures = IN_FIGURES.matcher(folded);
    while (figures.find()) {
      boolean isHour =
          hours.stream().anyMatch(h -> figures.start() < h.end() && h.start() < figures.end());
      if (!isHour) {
        add(
            folded,
            figures,
            figures.group(1),
            Integer.parseInt(figures.group(2)),
            figures.group(3),
            dates);
      }
    }
    dates.sort(Comparator.comparingInt(DateMention::start));
    return dates;
  }

  private static void english(String folded, List<DateMention> dates) {
    Matcher monthFirst = MONTH_FIRST.matcher(folded);
    while (monthFirst.find()) {
      int month = ENGLISH_MONTHS.indexOf(monthFirst.group(1)) + 1;
      add(folded, monthFirst, monthFirst.group(2), month, monthFirst.group(3), dates);
    }
    Matcher dayFirst = DAY_FIRST.matcher(folded);
    while (dayFirst.find()) {
      int month = ENGLISH_MONTHS.indexOf(dayFirst.group(2)) + 1;
      add(folded, dayFirst, dayFirst.group(1), month, dayFirst.group(3), dates);
    }
  }

  /** The days of "5 i 12" and of "12–14", each once. */
  private static List<String> days(String written) {
    Matcher range = RANGE.matcher(written.strip());
    if (range.matches()) {
      int first = Integer.parseInt(range.group(1));
      int last = Integer.parseInt(range.group(2));
      if (last > first && last - first < LONGEST_RANGE) {
        return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList();
      }
    }
    return List.of(written.split("[^\\d]+"));
  }

  private static int monthOf(String word) {
    for (int i = 0; i < MONTH_STARTS.size(); i++) {
      if (word.startsWith(MONTH_STARTS.get(i))) {
        return i + 1;
      }
    }
    throw new IllegalStateException("No month: " + word);
  }

  private static void add(
      String folded,
      Matcher found,
      String day,
      int month,
      @Nullable String year,
      List<DateMention> dates) {
    int number = Integer.parseInt(day);
    // "ul. 3 Maja 5" and "al. 1 Maja" are addresses.
    if (STREET.matcher(folded.substring(0, found.start())).find()) {
      return;
    }
    boolean overlaps =
        dates.stream().anyMatch(d -> found.start() < d.end() && d.start() < found.start());
    if (number < 1 || number > 31 || month < 1 || month > 12 || overlaps) {
      return;
    }
    Integer ofYear = year == null ? null : Integer.valueOf(year.length() == 2 ? "20" + year : year);
    dates.add(
        new DateMention(
            found.start(),
            found.end(),
            number,
            month,
            ofYear,
            weekday(folded, found.start(), found.end())));
  }

  private static @Nullable DayOfWeek weekday(String folded, int start, int end) {
    Matcher before = WEEKDAY_BEFORE.matcher(folded.substring(Math.max(0, start - 40), start));
    if (before.find()) {
      return weekdayOf(before.group(1));
    }
    Matcher after =
        WEEKDAY_AFTER.matcher(folded.substring(end, Math.min(folded.length(), end + 40)));
    return after.find() ? weekdayOf(after.group(1)) : null;
  }

  private static DayOfWeek weekdayOf(String word) {
    return switch (word.substring(0, 3)) {
      case "pon" -> DayOfWeek.MONDAY;
      case "wto" -> DayOfWeek.TUESDAY;
      case "sro" -> DayOfWeek.WEDNESDAY;
      case "czw" -> DayOfWeek.THURSDAY;
      case "pia" -> DayOfWeek.FRIDAY;
      case "sob" -> DayOfWeek.SATURDAY;
      default -> DayOfWeek.SUNDAY;
    };
  }

  /** All hours that a text names, in order. */
  public static List<HourMention> hours(String text) {
    String folded = fold(text);
    var hours = new ArrayList<HourMention>();
    if (hasDigit(folded)) {
      inFigures(folded, hours);
    }
    if (folded.contains("ej")) {
      inOrdinals(folded, hours);
    }
    Matcher noon = NOON.matcher(folded);
    while (noon.find()) {
      hours.add(new HourMention(noon.start(), noon.end(), LocalTime.NOON, null));
    }
    hours.sort(Comparator.comparingInt(HourMention::start));
    return hours;
  }

  private static boolean hasDigit(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      if (folded.charAt(i) >= '0' && folded.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static void inFigures(String folded, List<HourMention> hours) {
    Matcher twelve = TWELVE_HOURS.matcher(folded);
    while (twelve.find()) {
      int minute = twelve.group(2) == null ? 0 : Integer.parseInt(twelve.group(2));
      int hour = Integer.parseInt(twelve.group(1)) % 12 + (twelve.group(3).equals("p") ? 12 : 0);
      hours.add(new HourMention(twelve.start(), twelve.end(), LocalTime.of(hour, minute), null));
    }
    for (Pattern pattern : List.of(WITH_CUE, SPAN, FROM_TO, CLOCK, AT)) {
      Matcher found = pattern.matcher(folded);
      while (found.find()) {
        LocalTime from = time(found.group(1), found.group(2));
        LocalTime to =
            found.groupCount() < 4 || found.group(3) == null
                ? null
                : time(found.group(3), found.group(4));
        // "18.00-20.00" is found by several patterns; the first one wins.
        if (from != null
            && hours.stream().noneMatch(h -> found.start() < h.end() && h.start() < found.end())) {
          hours.add(new HourMention(found.start(), found.end(), from, to));
        }
      }
    }
  }

  private static void inOrdinals(String folded, List<HourMention> hours) {
    Matcher ordinal = IN_ORDINALS.matcher(folded);
    while (ordinal.find()) {
      int hour = ordinal.group(1).contains(" ") ? 21 : ORDINALS.indexOf(ordinal.group(1)) + 1;
      hours.add(new HourMention(ordinal.start(), ordinal.end(), LocalTime.of(hour, 0), null));
    }
  }

  private static @Nullable LocalTime time(String hour, @Nullable String minute) {
    int hours = Integer.parseInt(hour);
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    if (hours == 24) {
      return minutes == 0 ? LocalTime.MIDNIGHT : null;
    }
    return LocalTime.of(hours, minutes);
  }
}
