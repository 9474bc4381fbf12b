package pl.soclab.webinarbot.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.language.ResourceFile;

/**
 * What organisers read, from {@code desk_pl.properties} and the files of single parts; {@code {0}}
 * stands for what is put in. Organisers are written to in Polish alone: they write the files in it.
 */
final class DeskPhrases {
  private static final List<String> FILES =
      List.of(
          "desk_pl.properties",
          "editing_pl.properties",
          "handover_pl.properties",
          "organisers_pl.properties",
          "reports_pl.properties",
          "unanswered_pl.properties");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Properties SENTENCES = load();

  private DeskPhrases() {}

  private static Properties load() {
    var sentences = new Properties();
    FILES.forEach(file -> ResourceFile.addTo(sentences, DeskPhrases.class, file));
    return sentences;
  }

  /** Whether there is a sentence with that key. */
  static boolean has(String key) {
    return SENTENCES.containsKey(key);
  }

  /** The sentence with that key, with what is put in. */
  static String get(String key, Object... values) {
    String sentence = SENTENCES.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("No such sentence in " + FILES + ": " + key);
    }
    return PLACE
        .matcher(sentence)
        .replaceAll(place -> Matcher.quoteReplacement(value(key, place.group(1), values)));
  }

  private static String value(String key, String place, Object... values) {
    int index = Integer.parseInt(place);
    if (index >= values.length) {
      throw new IllegalArgumentException(key + " needs more than " + Arrays.toString(values));
    }
    return String.valueOf(values[index]);
  }

  /** A number with its noun: "1 osoba", "22 osoby", "5 osób". */
  static String counted(String key, long number) {
    String[] forms = get(key).split("\\|", -1);
    return PolishDates.counted(number, forms[0], forms[1], forms[2]);
  }

  /** "5 osób", as who gets something. */
  static String people(long number) {
    return counted("people", number);
  }

  /** "do 5 osób" without the preposition. */
  static String toPeople(long number) {
    return counted("to_people", number);
  }
}
