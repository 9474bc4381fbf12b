package pl.soclab.webinarbot.telegram;

import pl.soclab.webinarbot.messaging.RichText;

/** Telegram's HTML (Bot API, "HTML style"). */
final class Html {
  private Html() {}

  /** The text as HTML; nothing in it can become markup. */
  static String of(RichText text) {
    var html = new StringBuilder();
    for (RichText.Span span : text.spans()) {
      String escaped = escape(span.text());
      html.append(
          switch (span.style()) {
            case PLAIN -> escaped;
            case BOLD -> "<b>" + escaped + "</b>";
            case CODE -> "<code>" + escaped + "</code>";
          });
    }
    return html.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
