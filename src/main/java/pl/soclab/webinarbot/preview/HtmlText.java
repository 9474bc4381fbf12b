package pl.soclab.webinarbot.preview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads Telegram's HTML parse mode as its server does, refusals included: only the tags of the Bot
 * API ("Formatting options", HTML style), each closed in order, {@code &} only before an entity or
 * as itself.
 */
final class HtmlText {
  private record Open(String tag, @Nullable String detail, int offset) {}

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private final List<Entity> entities = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;

  private HtmlText(String html) {
    this.html = html;
  }

  /**
   * Parses.
   *
   * @throws Refusal 400 "can't parse entities: ..."
   */
  static FormattedText parse(String html) {
    return new HtmlText(html).parse();
  }

  private FormattedText parse() {
    while (at < html.length()) {
      char next = html.charAt(at);
      if (next == '&') {
        text.append(entity());
      } else if (next != '<') {
        text.append(next);
        at++;
      } else if (html.startsWith("</", at)) {
        close();
      } else {
        open();
      }
    }
    if (!open.isEmpty()) {
      throw refusal("Can't find end tag corresponding to start tag \"" + open.peek().tag() + "\"");
    }
    return new FormattedText(
        text.toString(), entities.stream().map(HtmlText::withoutStrayLanguage).toList());
  }

  private static Entity withoutStrayLanguage(Entity entity) {
    return entity.type().equals("code")
        ? new Entity("code", entity.offset(), entity.length(), null)
        : entity;
  }

  /** The character that an entity stands for; the ampersand itself where there is no entity. */
  private String entity() {
    int end = at + 1;
    while (end < html.length()
        && (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == '#')) {
      end++;
    }
    String decoded = HtmlNames.decoded(html.substring(at + 1, end));
    if (decoded == null) {
      at++;
      return "&";
    }
    at = end < html.length() && html.charAt(end) == ';' ? end + 1 : end;
    return decoded;
  }

  private void open() {
    int start = at;
    at++;
    String tag = word(" \t\r\n>").toLowerCase(Locale.ROOT);
    if (at == html.length()) {
      throw refusal("Unclosed start tag", start);
    }
    if (!HtmlNames.isTag(tag)) {
      throw refusal("Unsupported start tag \"" + tag + "\"", start);
    }
    String detail = null;
    while (true) {
      skipSpace();
      if (at == html.length()) {
        throw refusal("Unclosed start tag", start);
      }
      if (html.charAt(at) == '>') {
        break;
      }
      String found = attribute(tag, start);
      detail = found == null ? detail : found;
    }
    at++;
    if (tag.equals("span") && !"spoiler".equals(detail)) {
      throw refusal("Tag \"span\" must have class \"tg-spoiler\"", start);
    }
    open.push(new Open(tag, detail, text.length()));
  }

  /** Reads one attribute; its value where the tag has a use for it, else null. */
  private @Nullable String attribute(String tag, int start) {
    String name = word(" \t\r\n=>").toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw refusal("Empty attribute name in the tag \"" + tag + "\"", start);
    }
    skipSpace();
    if (at == html.length() || html.charAt(at) != '=') {
      if (tag.equals("blockquote")) {
        return null;
      }
      throw refusal(
          "Expected equal sign in declaration of an attribute of the tag \"" + tag + "\"", start);
    }
    at++;
    skipSpace();
    String value = value(start);
    return switch (tag + " " + name) {
      case "a href", "tg-emoji emoji-id" -> value;
      case "code class" -> value.startsWith("language-") ? value.substring(9) : null;
      case "span class" -> value.startsWith("tg-") ? value.substring(3) : null;
      default -> null;
    };
  }

  private String value(int start) {
    if (at == html.length()) {
      throw refusal("Unclosed start tag", start);
    }
    char quote = html.charAt(at);
    if (quote != '"' && quote != '\'') {
      return word(" \t\r\n>");
    }
    at++;
    var value = new StringBuilder();
    while (at < html.length() && html.charAt(at) != quote) {
      if (html.charAt(at) == '&') {
        value.append(entity());
      } else {
        value.append(html.charAt(at++));
      }
    }
    if (at == html.length()) {
      throw refusal("Unclosed start tag", start);
    }
    at++;
    return value.toString();
  }

  private void close() {
    int start = at;
    at += 2;
    String tag = word(" \t\r\n>").toLowerCase(Locale.ROOT);
    Open opened = open.poll();
    if (opened == null) {
      throw refusal("Unexpected end tag", start);
    }
    skipSpace();
    if (at == html.length() || html.charAt(at) != '>') {
      throw refusal("Unclosed end tag", start);
    }
    at++;
    if (!tag.isEmpty() && !tag.equals(opened.tag())) {
      String wanted = "expected \"</" + opened.tag() + ">\", found \"</" + tag + ">\"";
      throw refusal("Unmatched end tag at byte offset " + bytes(start) + ", " + wanted);
    }
    add(opened);
  }

  private void add(Open opened) {
    int length = text.length() - opened.offset();
    String type = HtmlNames.entityType(opened.tag());
    if (length == 0 || type == null) {
      return;
    }
    String detail = opened.detail();
    if (type.equals("text_link")) {
      String address =
          detail == null || detail.isEmpty() ? text.substring(opened.offset()) : detail;
      if (address.matches("(?i)(https?|tg|mailto|tel):.+")) {
        entities.add(new Entity(type, opened.offset(), length, address));
      }
      return;
    }
    boolean language = type.equals("pre") && takeInnerCode(opened.offset(), length);
    if (!language) {
      entities.add(new Entity(type, opened.offset(), length, type.equals("code") ? detail : null));
    }
  }

  /** {@code <pre><code class="language-x">} is one entity. */
  private boolean takeInnerCode(int offset, int length) {
    if (entities.isEmpty()) {
      return false;
    }
    Entity last = entities.getLast();
    boolean whole =
        last.type().equals("code") && last.offset() == offset && last.length() == length;
    if (whole) {
      entities.removeLast();
      entities.add(new Entity("pre", offset, length, last.detail()));
    }
    return whole;
  }

  private String word(String ends) {
    int start = at;
    while (at < html.length() && ends.indexOf(html.charAt(at)) < 0) {
      at++;
    }
    return html.substring(start, at);
  }

  private void skipSpace() {
    while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
      at++;
    }
  }

  private int bytes(int index) {
    return html.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
  }

  private Refusal refusal(String reason, int index) {
    return refusal(reason + " at byte offset " + bytes(index));
  }

  private static Refusal refusal(String reason) {
    return Refusal.badRequest("can't parse entities: " + reason);
  }
}
