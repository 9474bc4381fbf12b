package pl.soclab.webinarbot.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads the text or caption of a message with its parse mode or its entities. */
final class Texts {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_CAPTION = 1024;

  private Texts() {}

  /**
   * The text of a message.
   *
   * @throws Refusal where it is empty, too long or its markup is broken
   */
  static FormattedText text(Params params) {
    if (params.text("text").isEmpty()) {
      throw Refusal.badRequest("message text is empty");
    }
    FormattedText text = formatted(params, "text", "entities");
    if (text.text().isEmpty()) {
      throw Refusal.badRequest("message text is empty");
    }
    if (text.text().length() > LONGEST_TEXT) {
      throw Refusal.badRequest("message is too long");
    }
    return text;
  }

  /** The caption of a file; may be empty. */
  static FormattedText caption(Params params) {
    FormattedText caption = formatted(params, "caption", "caption_entities");
    if (caption.text().length() > LONGEST_CAPTION) {
      throw Refusal.badRequest("message caption is too long");
    }
    return caption;
  }

  private static FormattedText formatted(Params params, String field, String entities) {
    String mode = params.text("parse_mode").toLowerCase(Locale.ROOT);
    FormattedText parsed =
        switch (mode) {
          case "html" -> HtmlText.parse(params.text(field));
          case "" -> new FormattedText(params.text(field), given(params, field, entities));
          default -> throw Refusal.badRequest("unsupported parse_mode");
        };
    return parsed.trimmed().withFound();
  }

  private static List<Entity> given(Params params, String field, String name) {
    JsonNode json = params.json(name);
    if (json == null) {
      return List.of();
    }
    int length = params.text(field).length();
    var entities = new ArrayList<Entity>();
    for (JsonNode each : json) {
      String detail = each.path("url").asString(each.path("language").asString(""));
      var entity =
          new Entity(
              each.path("type").asString(""),
              each.path("offset").asInt(-1),
              each.path("length").asInt(0),
              detail.isEmpty() ? null : detail);
      if (entity.offset() < 0 || entity.length() <= 0 || entity.end() > length) {
        throw Refusal.badRequest("can't parse entities: entity is outside of the text");
      }
      entities.add(entity);
    }
    return entities;
  }
}
