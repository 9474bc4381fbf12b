package pl.soclab.webinarbot.preview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads {@code reply_markup}. Keyboards other than inline ones are taken and not shown. */
final class Keyboards {
  private static final int MOST_BUTTONS = 100;
  private static final int MOST_DATA_BYTES = 64;

  private Keyboards() {}

  /**
   * Rows of inline buttons; empty where there are none.
   *
   * @throws Refusal for what Telegram refuses
   */
  static List<List<Message.Key>> read(Params params) {
    JsonNode markup = params.json("reply_markup");
    if (markup == null) {
      return List.of();
    }
    if (!markup.isObject()) {
      throw Refusal.badRequest("object expected as reply markup");
    }
    JsonNode inline = markup.path("inline_keyboard");
    if (inline.isMissingNode()) {
      return List.of();
    }
    if (!inline.isArray()) {
      throw Refusal.badRequest(
          "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array");
    }
    var rows = new ArrayList<List<Message.Key>>();
    for (JsonNode row : inline) {
      if (!row.isArray()) {
        throw Refusal.badRequest("inline keyboard button row must be an Array");
      }
      List<Message.Key> keys = row.valueStream().map(Keyboards::key).toList();
      if (!keys.isEmpty()) {
        rows.add(keys);
      }
    }
    if (rows.stream().mapToInt(List::size).sum() > MOST_BUTTONS) {
      throw Refusal.badRequest("reply markup is too long");
    }
    return List.copyOf(rows);
  }

  private static Message.Key key(JsonNode button) {
    if (!button.isObject() || !button.path("text").isString()) {
      throw Refusal.badRequest("can't parse inline keyboard button: Can't find field \"text\"");
    }
    String text = button.path("text").asString();
    if (text.isBlank()) {
      throw Refusal.badRequest("can't parse inline keyboard button: text is empty");
    }
    if (button.has("url")) {
      return new Message.Key(text, null, url(button.path("url").asString()));
    }
    if (!button.has("callback_data")) {
      throw Refusal.badRequest(
          "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }
    String data = button.path("callback_data").asString();
    int bytes = data.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > MOST_DATA_BYTES) {
      throw Refusal.badRequest("BUTTON_DATA_INVALID");
    }
    return new Message.Key(text, data, null);
  }

  private static String url(String url) {
    if (!url.matches("(?i)(https?|tg)://\\S+")) {
      throw Refusal.badRequest(
          "inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
    }
    return url;
  }
}
