package pl.soclab.webinarbot.retrieval;

import java.util.Arrays;
import java.util.List;
import pl.soclab.webinarbot.language.Lemmatizer;

/**
 * A distinct word of the texts, and how well it stands for a word of a question: fully where they
 * have a lemma in common, in part where they look alike ("zarządca", "zarządzać").
 */
final class WordForm {
  /** Three letters look like everything. */
  private static final int SHORTEST = 4;

  private final String text;
  private final List<String> lemmas;

  /** A bit for each lemma: without a common one there is no common lemma. */
  private final long lemmaBits;

  private final Looks looks;

  /** Looks up a folded word. */
  WordForm(String text) {
    this.text = text;
    this.lemmas = Lemmatizer.polish().lemmas(text);
    this.lemmaBits = bits(lemmas);
    this.looks = hasLooks(text) ? Looks.of(text) : Looks.NONE;
  }

  /** A bit for each of some lemmas; two may share one. */
  static long bits(List<String> lemmas) {
    long bits = 0;
    for (String lemma : lemmas) {
      bits |= 1L << (lemma.hashCode() * 0x9E3779B9 >>> 26);
    }
    return bits;
  }

  String text() {
    return text;
  }

  /** The folded lemmas. */
  List<String> lemmas() {
    return lemmas;
  }

  /**
   * Whether some lemmas and its own have one in common.
   *
   * @param bits of the others
   */
  boolean hasOneOf(List<String> others, long bits) {
    if ((bits & lemmaBits) == 0) {
      return false;
    }
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

  /** How much it looks like a word, from 0 to 1. */
  float likeness(Looks other) {
    return looks.likeness(other);
  }

  @Override
  public String toString() {
    return text + Arrays.toString(lemmas.toArray());
  }
}
