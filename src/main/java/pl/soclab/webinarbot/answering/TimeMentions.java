package pl.soclab.webinarbot.answering;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/**
 * The days and hours that a question names ("w piątek?", "o dziewiętnastej?", "17.02"), to pick a
 * session by, or to put right what a resident got wrong.
 *
 * @param weekdays named days of the week
 * @param dates named days of the year; "dziś" and "jutro" too
 * @param hours named hours
 */
record TimeMentions(Set<DayOfWeek> weekdays, Set<MonthDay> dates, Set<LocalTime> hours) {
  private static final Map<String, DayOfWeek> WEEKDAYS = weekdayNames();

  private static final List<String> MONTHS =
      List.of(
          "styczen",
          "luty",
          "marzec",
          "kwiecien",
          "maj",
          "czerwiec",
          "lipiec",
          "sierpien",
          "wrzesien",
          "pazdziernik",
          "listopad",
          "grudzien");

  /** Ordinals as hours are told by them, from one o'clock to eight in the evening. */
  private static final List<String> ORDINALS =
      List.of(
          "pierwszy",
          "drugi",
          "trzeci",
          "czwarty",
          "piaty",
          "szosty",
          "siodmy",
          "osmy",
          "dziewiaty",
          "dziesiaty",
          "jedenasty",
          "dwunasty",
          "trzynasty",
          "czternasty",
          "pietnasty",
          "szesnasty",
          "siedemnasty",
          "osiemnasty",
          "dziewietnasty",
          "dwudziesty");

  private static final Set<String> BEFORE_HOUR =
      Set.of("o", "na", "godz", "godzina", "godzinie", "godzine", "at");

  private static final Pattern CLOCK =
      Pattern.compile("(?<![\\d.])(\\d{1,2})[:.](\\d{2})(?![\\d.]?\\d)");
  private static final Pattern NUMERIC_DATE =
      Pattern.compile("(?<![\\d.])(\\d{1,2})\\.(0?[1-9]|1[0-2])(?!\\d)");

  private static Map<String, DayOfWeek> weekdayNames() {
    var names = new HashMap<String, DayOfWeek>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (String language : List.of("pl", "en", "uk")) {
        names.put(Folding.fold(day.getDisplayName(TextStyle.FULL, Locale.of(language))), day);
      }
    }
    names.put("poniedzialkowy", DayOfWeek.MONDAY);
    names.put("wtorkowy", DayOfWeek.TUESDAY);
    names.put("srodowy", DayOfWeek.WEDNESDAY);
    names.put("czwartkowy", DayOfWeek.THURSDAY);
    names.put("piatkowy", DayOfWeek.FRIDAY);
    names.put("sobotni", DayOfWeek.SATURDAY);
    names.put("niedzielny", DayOfWeek.SUNDAY);
    names.put("середу", DayOfWeek.WEDNESDAY);
    names.put("п'ятницю", DayOfWeek.FRIDAY);
    names.put("ятницю", DayOfWeek.FRIDAY);
    names.put("суботу", DayOfWeek.SATURDAY);
    names.put("неділю", DayOfWeek.SUNDAY);
    return names;
  }

  /**
   * What a question names.
   *
   * @param today for "dziś" and "jutro"
   */
  static TimeMentions of(Asked question, LocalDate today) {
    var mentions = new TimeMentions(new HashSet<>(), new HashSet<>(), new HashSet<>());
    mentions.readNumbers(question.text());
    List<Word> words = question.words();
    for (int i = 0; i < words.size(); i++) {
      mentions.readWord(words, i, today);
    }
    return mentions;
  }

  private void readNumbers(String text) {
    Matcher clock = CLOCK.matcher(text);
    while (clock.find()) {
      int hour = Integer.parseInt(clock.group(1));
      int minute = Integer.parseInt(clock.group(2));
      // "17.02" is a date and "17.30" an hour; "10.10" could be either and is taken for a date.
      boolean isDate = clock.group().contains(".") && minute >= 1 && minute <= 12;
      if (hour < 24 && minute < 60 && !isDate) {
        hours.add(LocalTime.of(hour, minute));
      }
    }
    Matcher date = NUMERIC_DATE.matcher(text);
    while (date.find()) {
      addDate(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)));
    }
  }

  private void readWord(List<Word> words, int i, LocalDate today) {
    String word = words.get(i).folded();
    var lemmas = new ArrayList<>(Lemmatizer.polish().lemmas(word));
    lemmas.add(word);
    for (String lemma : lemmas) {
      if (WEEKDAYS.containsKey(lemma)) {
        weekdays.add(WEEKDAYS.get(lemma));
      }
      if (MONTHS.contains(lemma) && i > 0 && isNumber(words.get(i - 1).folded())) {
        addDate(Integer.parseInt(words.get(i - 1).folded()), MONTHS.indexOf(lemma) + 1);
      }
    }
    switch (word) {
      case "dzis", "dzisiaj", "today", "сьогодні" -> dates.add(MonthDay.from(today));
      case "jutro", "tomorrow", "завтра" -> dates.add(MonthDay.from(today.plusDays(1)));
      case "pojutrze" -> dates.add(MonthDay.from(today.plusDays(2)));
      default -> readHour(words, i, lemmas);
    }
  }

  private void readHour(List<Word> words, int i, List<String> lemmas) {
    if (i == 0 || !BEFORE_HOUR.contains(words.get(i - 1).folded())) {
      return;
    }
    String word = words.get(i).folded();
    String digits = word.replaceFirst("(ta|tej|sta|stej|ej|am|pm)$", "");
    boolean isWhole = i + 1 == words.size() || !isNumber(words.get(i + 1).folded());
    if (isNumber(digits) && isWhole && Integer.parseInt(digits) < 24) {
      hours.add(LocalTime.of(Integer.parseInt(digits) + (word.endsWith("pm") ? 12 : 0) % 24, 0));
    }
    // "na drugi dzień" tells no hour, "o drugiej" does.
    lemmas.stream()
        .filter(lemma -> ORDINALS.contains(lemma) && word.endsWith("ej"))
        .findFirst()
        .ifPresent(lemma -> hours.add(LocalTime.of(ORDINALS.indexOf(lemma) + 1, 0)));
  }

  private void addDate(int day, int month) {
    if (day >= 1 && day <= 31 && month <= 12 && day <= java.time.Month.of(month).maxLength()) {
      dates.add(MonthDay.of(month, day));
    }
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty()
        && word.length() <= 2
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  boolean isEmpty() {
    return weekdays.isEmpty() && dates.isEmpty() && hours.isEmpty();
  }

  /**
   * Whether a day of the week, a date in figures or an hour is named; "dziś" alone may be about
   * anything.
   */
  boolean nameTime() {
    return !weekdays.isEmpty() || !hours.isEmpty();
  }

  /** Whether a day is named at all. */
  boolean nameDay() {
    return !weekdays.isEmpty() || !dates.isEmpty();
  }

  /** Whether both name one and the same day. */
  boolean shareDayWith(TimeMentions other) {
    return weekdays.stream().anyMatch(other.weekdays::contains)
        || dates.stream().anyMatch(other.dates::contains);
  }

  /** Whether a session is on (one of) the named day(s); true where none is named. */
  boolean onDayOf(Session session) {
    return !nameDay()
        || weekdays.contains(session.date().getDayOfWeek())
        || dates.contains(MonthDay.from(session.date()));
  }

  /** Whether a session contradicts nothing that is named. */
  boolean fit(Session session) {
    boolean dayFits =
        (weekdays.isEmpty() || weekdays.contains(session.date().getDayOfWeek()))
            && (dates.isEmpty() || dates.contains(MonthDay.from(session.date())));
    LocalTime start = session.startTime();
    // Nobody says "o dziewiętnastej" for nine in the morning, but many say "o piątej" for 17:00.
    boolean hourFits =
        hours.isEmpty()
            || start != null
                && hours.stream()
                    .anyMatch(
                        hour ->
                            hour.equals(start)
                                || hour.getHour() < 12 && hour.plusHours(12).equals(start));
    return dayFits && hourFits;
  }
}
