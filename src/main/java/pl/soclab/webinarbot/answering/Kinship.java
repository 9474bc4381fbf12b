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
    int root = longestCommonRun(first, second);
    return root >= SHORTEST_ROOT && root >= LEAST_SHARE * shorter;
  }

  private static int longestCommonRun(String first, String second) {
    int[] above = new int[second.length() + 1];
    int longest = 0;
    for (int i = 1; i <= first.length(); i++) {
      int[] row = new int[second.length() + 1];
      for (int j = 1; j <= second.length(); j++) {
        if (first.charAt(i - 1) == second.charAt(j - 1)) {
          row[j] = above[j - 1] + 1;
          longest = Math.max(longest, row[j]);
        }
      }
      above = row;
    }
    return longest;
  }
}
