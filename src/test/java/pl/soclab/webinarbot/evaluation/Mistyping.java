package pl.soclab.webinarbot.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pl.soclab.webinarbot.language.Word;

/** Spoils questions as a phone does: the same way each time, for the seed is fixed. */
public final class Mistyping {
  /** Of the swaps; printed with every figure that rests on it. */
  public static final long SEED = 20220216;

  private static final String MARKED = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
  private static final String PLAIN = "acelnoszzACELNOSZZ";

  private final Random random = new Random(SEED);

  /** The text without Polish diacritics. */
  public static String withoutDiacritics(String text) {
    var plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      int letter = MARKED.indexOf(plain.charAt(i));
      if (letter >= 0) {
        plain.setCharAt(i, PLAIN.charAt(letter));
      }
    }
    return plain.toString();
  }

  /** The text with two unlike neighbours swapped in its longest word, or in one of the longest. */
  public String withSwap(String text) {
    List<Word> words = Word.of(text);
    int length = words.stream().mapToInt(Mistyping::length).max().orElse(0);
    List<Word> longest = words.stream().filter(word -> length(word) == length).toList();
    if (longest.isEmpty()) {
      return text;
    }
    Word word = longest.get(random.nextInt(longest.size()));
    var places = new ArrayList<Integer>();
    for (int i = word.start(); i + 1 < word.end(); i++) {
      if (text.charAt(i) != text.charAt(i + 1)) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return text;
    }
    int place = places.get(random.nextInt(places.size()));
    var swapped = new StringBuilder(text);
    swapped.setCharAt(place, text.charAt(place + 1));
    swapped.setCharAt(place + 1, text.charAt(place));
    return swapped.toString();
  }

  private static int length(Word word) {
    return word.end() - word.start();
  }
}
