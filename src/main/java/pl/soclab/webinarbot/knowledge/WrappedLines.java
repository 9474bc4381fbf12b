package pl.soclab.webinarbot.knowledge;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the lines of a paragraph. A line that an editor wrapped goes on in the next one; a line
 * that stands for itself ("Passcode: 969412") stays a line.
 */
final class WrappedLines {
  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][^:?!]{0,40}:(\\s.*)?");
  static final Pattern ITEM = Pattern.compile("\\s*(?:[-–—•*·▪+]|\\d{1,2}[.)])\\s+\\S.*");

  /** Posts begin their items with a picture: "⏰ start o 9.30". */
  private static final Pattern PICTURE = Pattern.compile("\\p{IsExtended_Pictographic}.*");

  /** Editors wrap at 70 to 80 characters; a shorter line was ended on purpose. */
  private static final int WRAPPED_LENGTH = 60;

  private WrappedLines() {}

  static String join(List<String> lines) {
    var joined = new StringBuilder();
    String before = "";
    for (String line : lines) {
      String stripped = line.strip();
      if (stripped.isEmpty()) {
        continue;
      }
      if (!joined.isEmpty()) {
        joined.append(goesOn(before, stripped) ? ' ' : '\n');
      }
      joined.append(stripped);
      before = stripped;
    }
    return joined.toString();
  }

  /** Whether the second of two lines, both stripped and not empty, is read as more of the first. */
  static boolean goesOn(String line, String next) {
    if (LABEL.matcher(next).matches()
        || ITEM.matcher(next).matches()
        || PICTURE.matcher(next).matches()) {
      return false;
    }
    if (".:;!?…".indexOf(line.charAt(line.length() - 1)) >= 0) {
      return false;
    }
    return Character.isLowerCase(next.charAt(0)) || line.length() >= WRAPPED_LENGTH;
  }
}
