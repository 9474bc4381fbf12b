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
  private static final Pattern CUT =
      Pattern.compile("(?i)(?<kept>https?://[^\\s<>\"„”…]*?)(?:\\.{2,}|…)\\S*");
  private static final Pattern ZOOM =
      Pattern.compile("(?i)https://(?:[a-z0-9-]+\\.)*zoom\\.us/j/\\d{9,11}");

  /** What stands for a cut link in a text that is shown. */
  static final String CUT_MARK = "(link w tekście jest ucięty)";

  private LinkText() {}

  /** Whether a text holds a link that ends in dots. */
  static boolean isCut(String text) {
    return CUT.matcher(text).find();
  }

  /** What can be kept of a cut link: a whole Zoom address before the dots; null for nothing. */
  static @Nullable String keptOf(String text) {
    Matcher cut = CUT.matcher(text);
    return cut.find() && ZOOM.matcher(cut.group("kept")).matches() ? cut.group("kept") : null;
  }

  /** A text in which no cut link stands as if it were one. */
  static String withoutCutLinks(String text) {
    if (!isCut(text)) {
      return text;
    }
    return CUT.matcher(text)
        .replaceAll(
            cut -> {
              String kept = cut.group(1);
              return Matcher.quoteReplacement(ZOOM.matcher(kept).matches() ? kept : CUT_MARK);
            });
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
