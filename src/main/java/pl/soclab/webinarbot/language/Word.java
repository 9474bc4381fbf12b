package pl.soclab.webinarbot.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of letters and digits in a text.
 *
 * @param folded as {@link Folding#fold} gives it; never empty
 * @param start of the word in the text
 * @param end behind its last character
 */
public record Word(String folded, int start, int end) {
  /** The words of a text, in order. A hyphen or an apostrophe between letters ends a word. */
  public static List<Word> of(String text) {
    var words = new ArrayList<Word>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && isPart(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        String folded = Folding.fold(text.substring(start, i));
        // The sign behind an emoji that asks for its colours is a mark, and on no letter.
        if (!folded.isEmpty()) {
          words.add(new Word(folded, start, i));
        }
        start = -1;
      }
    }
    return words;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
