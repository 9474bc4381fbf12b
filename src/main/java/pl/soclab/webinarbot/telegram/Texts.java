package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/** Texts of an update as a database takes them. */
final class Texts {
  private Texts() {}

  /**
   * The text of a field: with a space for the character NUL and U+FFFD for halves of surrogate
   * pairs, neither of which PostgreSQL stores. Its length stays, so that entities still fit. Empty
   * where the field is none, or no text.
   */
  static String of(JsonNode field) {
    String text = field.isTextual() ? field.textValue() : "";
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char mend = mended(text, i);
      if (mend != text.charAt(i)) {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, mend);
      }
    }
    return mended == null ? text : mended.toString();
  }

  private static char mended(String text, int i) {
    char unit = text.charAt(i);
    if (unit == 0) {
      return ' ';
    }
    boolean isHalf =
        Character.isHighSurrogate(unit)
            ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
            : Character.isLowSurrogate(unit)
                && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    return isHalf ? '\uFFFD' : unit;
  }
}
