package pl.soclab.webinarbot.preview;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The parameters of a call, whichever way they came: query, form, JSON or multipart. Values are
 * texts, as in the real server; a JSON value that is an object or an array is its JSON text.
 */
record Params(Map<String, String> values, Map<String, Upload> uploads) {
  /** A file of a multipart request. */
  record Upload(String fileName, String mediaType, Bytes content) {}

  /** The value; empty where it is missing. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** A whole number, kept within bounds as the real server keeps it. */
  int integer(String name, int byDefault, int least, int most) {
    Long number = number(name);
    return number == null ? byDefault : (int) Math.clamp(number, least, most);
  }

  /** A whole number; null where it is missing or none. */
  @Nullable Long number(String name) {
    try {
      return has(name) ? Long.valueOf(text(name).strip()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  boolean flag(String name) {
    return switch (text(name).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      default -> false;
    };
  }

  /**
   * A JSON value; null where it is missing.
   *
   * @throws Refusal where it is not JSON
   */
  @Nullable JsonNode json(String name) {
    if (!has(name)) {
      return null;
    }
    try {
      return Json.read(text(name));
    } catch (JacksonException e) {
      throw Refusal.badRequest("can't parse " + name.replace('_', ' ') + " JSON object");
    }
  }
}
