package pl.soclab.webinarbot.language;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds text to what most people type on a phone: lower case, without the marks over and under
 * Latin letters. Cyrillic keeps its letters, because there й and ї are letters of their own and not
 * marked и and і.
 */
public final class Folding {
  private Folding() {}

  /**
   * Folds a text; the result may be shorter than the text, never longer than Unicode's
   * decomposition makes it.
   */
  public static String fold(CharSequence text) {
    boolean plain = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || (c >= 'A' && c <= 'Z')) {
        plain = false;
        break;
      }
    }
    return plain ? text.toString() : foldMarked(text);
  }

  private static String foldMarked(CharSequence text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c < 128 || (c >= 0x0400 && c <= 0x052F)) {
        folded.append(c);
      } else {
        appendFolded(folded, c);
      }
    }
    return folded.toString();
  }

  private static void appendFolded(StringBuilder folded, char c) {
    switch (c) {
      case 'ł' -> folded.append('l');
      case 'ß' -> folded.append("ss");
      case 'ø' -> folded.append('o');
      case 'đ' -> folded.append('d');
      case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> {}
      default -> {
        if (Character.isSurrogate(c)) {
          folded.append(c);
          return;
        }
        String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        for (int i = 0; i < decomposed.length(); i++) {
          if (Character.getType(decomposed.charAt(i)) != Character.NON_SPACING_MARK) {
            folded.append(decomposed.charAt(i));
          }
        }
      }
    }
  }
}
