package pl.soclab.webinarbot.language;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * Character 3- and 4-grams of folded words, their ends marked: what words of one root, names that
 * no dictionary has and mistyped words have in common.
 */
public final class Grams {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 4;

  private Grams() {}

  /** The n-grams of a folded word, without repeats; at least one, for its ends count as letters. */
  public static List<String> of(String foldedWord) {
    String marked = "<" + foldedWord + ">";
    var grams = new LinkedHashSet<String>();
    for (int size = SHORTEST; size <= LONGEST; size++) {
      for (int start = 0; start + size <= marked.length(); start++) {
        grams.add(marked.substring(start, start + size));
      }
    }
    return List.copyOf(grams);
  }
}
