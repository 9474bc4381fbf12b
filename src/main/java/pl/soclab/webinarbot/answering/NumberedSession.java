package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/** "Drugi wieczór", "pierwsze spotkanie", "ostatni termin": a session named by its number. */
final class NumberedSession {
  /** The last one. */
  static final int LAST = -1;

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("pierwszy", 1),
          Map.entry("drugi", 2),
          Map.entry("trzeci", 3),
          Map.entry("czwarty", 4),
          Map.entry("piaty", 5),
          Map.entry("ostatni", LAST),
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("last", LAST),
          Map.entry("перший", 1),
          Map.entry("другий", 2),
          Map.entry("третій", 3),
          Map.entry("останній", LAST));

  /** What is counted so; "pierwsza część" and "druga godzina" are no sessions. */
  private static final Set<String> SESSIONS =
      Set.of(
          "dzien",
          "wieczor",
          "termin",
          "spotkanie",
          "sesja",
          "zajecia",
          "punkt",
          "dyzur",
          "szkolenie",
          "day",
          "evening",
          "session",
          "meeting",
          "date",
          "день",
          "вечір",
          "зустріч");

  private NumberedSession() {}

  /** The number, from 1; {@link #LAST}; 0 where none is named. */
  static int of(Asked question) {
    List<Word> words = question.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      int number = number(words.get(i));
      if (number != 0 && isSession(words.get(i + 1))) {
        return number;
      }
    }
    return 0;
  }

  private static int number(Word word) {
    return Lemmatizer.polish().lemmas(word.folded()).stream()
        .mapToInt(lemma -> NUMBERS.getOrDefault(lemma, 0))
        .filter(number -> number != 0)
        .findFirst()
        .orElse(0);
  }

  private static boolean isSession(Word word) {
    return Lemmatizer.polish().lemmas(word.folded()).stream().anyMatch(SESSIONS::contains);
  }
}
