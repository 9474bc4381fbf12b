package pl.soclab.webinarbot.answering;

/**
 * Words of one root that no dictionary puts under one lemma: "zaprezentować" and "prezentacja",
 * "podzielić" and "dzielić". They share a long run of letters.
 */
final class Kinship {
  private static final int SHORTEST_ROOT = 5;

  /** The root's least share of the shorter word. */
  private static final double LEAST_SHARE = 0.6;

  private Kinship() {}

  /** Whether two folded lemmas look like words of one root. */
  static boolean areAkin(String first, String second) {
    int shorter = Math.min(first.length(), second.length());
    if (shorter < SHORTEST_ROOT) {
      return false;
    }
    int least = Math.max(SHORTEST_ROOT, (int) Math.ceil(LEAST_SHARE * shorter));
    // "miasto" and "ciasto" share an ending and no root: a root begins one of the two.
    return holds(second, first, least) || holds(first, second, least);
  }

  /** Whether a word holds as many letters as another begins with. */
  private static boolean holds(String word, String other, int letters) {
    int at = word.indexOf(other.charAt(0));
    while (at >= 0 && at + letters <= word.length()) {
      if (word.regionMatches(at, other, 0, letters)) {
        return true;
      }
      at = word.indexOf(other.charAt(0), at + 1);
    }
    return false;
  }
}
