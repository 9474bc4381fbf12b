package pl.soclab.webinarbot.desk;

/** The beginning of a text where only few characters may stand. */
final class Excerpt {
  private static final int LINE = 80;

  /** Telegram cuts longer labels. */
  private static final int LABEL = 60;

  private Excerpt() {}

  /** One line of it. */
  static String of(String text) {
    return cut(text, LINE);
  }

  static String label(String text) {
    return cut(text, LABEL);
  }

  private static String cut(String text, int limit) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= limit) {
      return line;
    }
    int space = line.lastIndexOf(' ', limit - 1);
    int end = space > limit / 2 ? space : limit - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end) + "…";
  }
}
