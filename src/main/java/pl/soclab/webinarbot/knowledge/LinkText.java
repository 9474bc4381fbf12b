package pl.soclab.webinarbot.knowledge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links in the organisers' texts: whole ones, and those that a web page has cut. */
final class LinkText {
  private static final String TAIL_OF_TEXT = ".,;:!?)]}>\"'”»";
  private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s<>\"„”]+");
  private static final Pattern BEGUN = Pattern.compile("(?i)https?://[^\\s<>\"„”]*+");
  private static final Pattern DOTS = Pattern.compile("\\.{2}|…");
  private static final Pattern ZOOM =
      Pattern.compile("(?i)https://(?:[a-z0-9-]+\\.)*zoom\\.us/j/\\d{9,11}");

  /** What stands for a cut link in a text that is shown. */
  static final String CUT_MARK = "(link w tekście jest ucięty)";

  private LinkText() {}

  /** Whether a text holds a link that ends in dots. */
  static boolean isCut(String text) {
    return cutIn(text, 0) != null;
  }

  /**
   * A link that ends in dots.
   *
   * @param kept what stands before the dots
   * @param end behind the word that it is
   */
  private record Cut(int start, int end, String kept) {
    boolean isZoom() {
      return ZOOM.matcher(kept).matches();
    }
  }

  /** The first one from there on; null for none. Each character is looked at once. */
  private static @Nullable Cut cutIn(String text, int from) {
    Matcher begun = BEGUN.matcher(text);
    boolean found = begun.find(from);
    while (found) {
      Matcher dots = DOTS.matcher(begun.group());
      if (dots.find()) {
        int end = begun.end();
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
          end++;
        }
        return new Cut(begun.start(), end, begun.group().substring(0, dots.start()));
      }
      found = begun.find();
    }
    return null;
  }

  /** What can be kept of a cut link: a whole Zoom address before the dots; null for nothing. */
  static @Nullable String keptOf(String text) {
    Cut cut = cutIn(text, 0);
    return cut != null && cut.isZoom() ? cut.kept() : null;
  }

  /** A text in which no cut link stands as if it were one. */
  static String withoutCutLinks(String text) {
    var whole = new StringBuilder();
    int from = 0;
    for (Cut cut = cutIn(text, 0); cut != null; cut = cutIn(text, from)) {
      whole.append(text, from, cut.start()).append(cut.isZoom() ? cut.kept() : CUT_MARK);
      from = cut.end();
    }
    return from == 0 ? text : whole.append(text, from, text.length()).toString();
  }

  /** The first whole link in a text, without the text's own punctuation; null for none. */
  static @Nullable String firstIn(String text) {
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      return null;
    }
    String found = link.group();
    while (TAIL_OF_TEXT.indexOf(found.charAt(found.length() - 1)) >= 0) {
      found = found.substring(0, found.length() - 1);
    }
    return isLink(found) ? found : null;
  }

  /** Whether this is an address that a browser opens. */
  static boolean isLink(String text) {
    try {
      URI uri = new URI(text.replace("|", "%7C"));
      String host = uri.getRawAuthority();
      String scheme = uri.getScheme();
      return scheme != null
          && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
          && host != null
          && host.contains(".")
          && !host.contains("..");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
