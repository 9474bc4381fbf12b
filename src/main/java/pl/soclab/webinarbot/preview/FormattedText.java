package pl.soclab.webinarbot.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;

/** A text and its entities, in the order in which Telegram gives them. */
record FormattedText(String text, List<Entity> entities) {
  static final FormattedText EMPTY = new FormattedText("", List.of());

  private static final Pattern FOUND =
      Pattern.compile(
          "(?<command>(?<![\\w/])/[A-Za-z0-9_]{1,64}(?:@\\w{3,32})?)"
              + "|(?<email>(?<![\\w.])[\\w.+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)"
              + "|(?<mention>(?<![\\w@])@[A-Za-z]\\w{3,31})"
              + "|(?<url>\\bhttps?://[^\\s<>\"]+"
              + "|(?<![\\w@.-])(?:[\\p{L}0-9-]+\\.)+"
              + "(?:pl|com|org|net|eu|us|info|io|co|be|ua|me|edu)\\b(?:[/?#][^\\s<>\"]*)?)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final List<String> KINDS = List.of("command", "email", "mention", "url");

  FormattedText {
    entities =
        entities.stream()
            .sorted(
                Comparator.comparingInt(Entity::offset)
                    .thenComparing(Comparator.comparingInt(Entity::length).reversed()))
            .toList();
  }

  /** What a person typed: Telegram itself finds commands, mentions and addresses in it. */
  static FormattedText typed(String text) {
    return new FormattedText(text, List.of()).trimmed().withFound();
  }

  /** Without the white space around it, as Telegram stores texts. */
  FormattedText trimmed() {
    String kept = text.strip();
    if (kept.length() == text.length()) {
      return this;
    }
    int start = text.length() - text.stripLeading().length();
    var moved = new ArrayList<Entity>();
    for (Entity entity : entities) {
      int from = Math.max(entity.offset() - start, 0);
      int to = Math.min(entity.end() - start, kept.length());
      if (from < to) {
        moved.add(new Entity(entity.type(), from, to - from, entity.detail()));
      }
    }
    return new FormattedText(kept, moved);
  }

  /** With the entities that Telegram finds by itself, outside code and links. */
  FormattedText withFound() {
    List<Entity> taken =
        entities.stream()
            .filter(entity -> List.of("code", "pre", "text_link").contains(entity.type()))
            .toList();
    var all = new ArrayList<>(entities);
    Matcher matcher = FOUND.matcher(text);
    while (matcher.find()) {
      Entity found = found(matcher);
      if (taken.stream().noneMatch(found::overlaps) && !entities.contains(found)) {
        all.add(found);
      }
    }
    return new FormattedText(text, all);
  }

  private static Entity found(Matcher matcher) {
    String kind =
        KINDS.stream().filter(name -> matcher.group(name) != null).findFirst().orElseThrow();
    int end = matcher.end();
    if (kind.equals("url")) {
      end -= trailingPunctuation(matcher.group());
    }
    String type = kind.equals("command") ? "bot_command" : kind;
    return new Entity(type, matcher.start(), end - matcher.start(), null);
  }

  private static int trailingPunctuation(String url) {
    int length = url.length();
    while (length > 1 && isOutside(url, length)) {
      length--;
    }
    return url.length() - length;
  }

  private static boolean isOutside(String url, int length) {
    char last = url.charAt(length - 1);
    return ".,;:!?'”…".indexOf(last) >= 0
        || (last == ')' && url.lastIndexOf('(', length - 1) < 0)
        || (last == ']' && url.lastIndexOf('[', length - 1) < 0);
  }

  ArrayNode entitiesJson() {
    ArrayNode json = Json.array();
    entities.forEach(entity -> json.add(entity.json()));
    return json;
  }
}
