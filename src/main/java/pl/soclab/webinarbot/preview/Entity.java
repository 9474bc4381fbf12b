package pl.soclab.webinarbot.preview;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stretch of a message's text with a meaning of its own ({@code MessageEntity} of the Bot API).
 *
 * @param type Telegram's name of it, e.g. {@code bold}, {@code code}, {@code text_link}
 * @param offset where it begins, in UTF-16 code units
 * @param length how long it is, in UTF-16 code units
 * @param detail the address of a {@code text_link}, the language of a {@code pre}; null otherwise
 */
public record Entity(String type, int offset, int length, @Nullable String detail) {
  int end() {
    return offset + length;
  }

  boolean overlaps(Entity other) {
    return offset < other.end() && other.offset < end();
  }

  Entity moved(int by) {
    return new Entity(type, offset + by, length, detail);
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("type", type).put("offset", offset).put("length", length);
    if (detail != null) {
      json.put(type.equals("text_link") ? "url" : "language", detail);
    }
    return json;
  }
}
