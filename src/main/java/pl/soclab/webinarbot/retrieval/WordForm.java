package pl.soclab.webinarbot.retrieval;

import java.util.Arrays;
import java.util.List;
import pl.soclab.webinarbot.language.Grams;
import pl.soclab.webinarbot.language.Lemmatizer;

/**
 * A distinct word of the texts, and how well it stands for a word of a question: fully where they
 * have a lemma in common, in part where they look alike ("zarządca", "zarządzać"), by Dice's
 * coefficient of their n-grams.
 */
final class WordForm {
  /** Words that look less alike than this have an ending in common and no meaning. */
  private static final double LEAST_ALIKE = 0.35;

  /** Makes what looks alike count for less than what is the same. */
  private static final double DOUBT = 1.5;

  /** Three letters look like everything. */
  private static final int SHORTEST = 4;

  private final String text;
  private final List<String> lemmas;
  private final long[] grams;

  /** Looks up a folded word. */
  WordForm(String text) {
    this.text = text;
    this.lemmas = Lemmatizer.polish().lemmas(text);
    this.grams = grams(text);
  }

  String text() {
    return text;
  }

  /** The folded lemmas. */
  List<String> lemmas() {
    return lemmas;
  }

  /** The n-grams of a folded word as numbers, in order: their letters, sixteen bits each. */
  static long[] grams(String word) {
    return Grams.of(word).stream().mapToLong(WordForm::number).sorted().toArray();
  }

  private static long number(String gram) {
    long number = 0;
    for (int i = 0; i < gram.length(); i++) {
      number = number << Character.SIZE | gram.charAt(i);
    }
    return number;
  }

  boolean hasOneOf(List<String> others) {
    for (String lemma : lemmas) {
      if (others.contains(lemma)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is long enough to look like another. */
  static boolean hasLooks(String word) {
    return word.length() >= SHORTEST;
  }

  /**
   * How much it looks like a word, from 0 to 1.
   *
   * @param others the other's n-grams
   */
  float likeness(long[] others) {
    int common = hasLooks(text) ? common(grams, others) : 0;
    float alike = 2f * common / (others.length + grams.length);
    return alike < LEAST_ALIKE ? 0 : (float) Math.pow(alike, DOUBT);
  }

  private static int common(long[] one, long[] other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int order = Long.compare(one[i], other[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  @Override
  public String toString() {
    return text + Arrays.toString(lemmas.toArray());
  }
}
