package pl.soclab.webinarbot.preview;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags and the character references that Telegram's HTML knows. */
final class HtmlNames {
  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("b", "bold"),
          Map.entry("strong", "bold"),
          Map.entry("i", "italic"),
          Map.entry("em", "italic"),
          Map.entry("u", "underline"),
          Map.entry("ins", "underline"),
          Map.entry("s", "strikethrough"),
          Map.entry("strike", "strikethrough"),
          Map.entry("del", "strikethrough"),
          Map.entry("tg-spoiler", "spoiler"),
          Map.entry("span", "spoiler"),
          Map.entry("tg-emoji", "custom_emoji"),
          Map.entry("a", "text_link"),
          Map.entry("code", "code"),
          Map.entry("pre", "pre"),
          Map.entry("blockquote", "blockquote"));

  private static final Map<String, Character> NAMED =
      Map.of("lt", '<', "gt", '>', "amp", '&', "quot", '"');

  private HtmlNames() {}

  static boolean isTag(String name) {
    return TAGS.containsKey(name);
  }

  /** What a tag's text becomes, as {@code MessageEntity} names it; null for an unknown tag. */
  static @Nullable String entityType(String tag) {
    return TAGS.get(tag);
  }

  /** What a reference such as {@code lt} or {@code #261} stands for; null for an unknown one. */
  static @Nullable String decoded(String name) {
    if (!name.startsWith("#")) {
      Character named = NAMED.get(name);
      return named == null ? null : named.toString();
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
