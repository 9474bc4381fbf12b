package pl.soclab.webinarbot.preview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes messages as the Bot API does ({@code Message}). */
final class MessageJson {
  /** Channels are strange to the stand-in; Telegram numbers them so. */
  private static final long CHANNEL = -1_001_000_000_001L;

  private MessageJson() {}

  static ObjectNode of(Chat chat, Message message) {
    ObjectNode json = alone(chat, message);
    Long replyTo = message.replyTo();
    if (replyTo != null) {
      chat.message(replyTo).ifPresent(to -> json.set("reply_to_message", alone(chat, to)));
    }
    return json;
  }

  private static ObjectNode alone(Chat chat, Message message) {
    ObjectNode json = Json.object().put("message_id", message.id());
    json.set("from", message.from().json());
    json.set("chat", chat.json());
    json.put("date", message.at().getEpochSecond());
    if (message.edited() != null) {
      json.put("edit_date", message.edited().getEpochSecond());
    }
    body(json, message, message.body());
    if (!message.keyboard().isEmpty()) {
      json.set("reply_markup", keyboard(message.keyboard()));
    }
    return json;
  }

  private static void body(ObjectNode json, Message message, Message.Body body) {
    switch (body) {
      case Message.Words words -> text(json, "text", "entities", words.text());
      case Message.Document document -> {
        json.set("document", file(document.file()));
        text(json, "caption", "caption_entities", document.caption());
      }
      case Message.Photo photo ->
          json.set("photo", Json.array().add(sized(bare(photo.file()), 320, 240)));
      case Message.Voice voice ->
          json.set("voice", bare(voice.file()).put("duration", 3).put("mime_type", "audio/ogg"));
      case Message.Sticker sticker -> json.set("sticker", sticker(sticker));
      case Message.Location location ->
          json.set(
              "location",
              Json.object()
                  .put("latitude", location.latitude())
                  .put("longitude", location.longitude()));
      case Message.Notice notice -> json.put(notice.field(), notice.value());
      case Message.Forwarded(Message.Body what, Message.Origin origin) -> {
        json.set("forward_origin", origin(origin, message));
        body(json, message, what);
      }
    }
  }

  /** As if it had been written in the moment in which it was passed on. */
  private static ObjectNode origin(Message.Origin origin, Message message) {
    ObjectNode json = Json.object().put("date", message.at().getEpochSecond());
    return switch (origin) {
      case Message.HiddenUser(String name) ->
          json.put("type", "hidden_user").put("sender_user_name", name);
      case Message.Channel(String title) -> {
        json.set(
            "chat", Json.object().put("id", CHANNEL).put("title", title).put("type", "channel"));
        yield json.put("type", "channel").put("message_id", message.id());
      }
    };
  }

  private static ObjectNode sticker(Message.Sticker sticker) {
    return sized(bare(sticker.file()), 512, 512)
        .put("type", "regular")
        .put("is_animated", false)
        .put("is_video", false)
        .put("emoji", sticker.emoji());
  }

  private static void text(ObjectNode json, String field, String entities, FormattedText text) {
    if (!text.text().isEmpty()) {
      json.put(field, text.text());
    }
    if (!text.entities().isEmpty()) {
      json.set(entities, text.entitiesJson());
    }
  }

  private static ObjectNode sized(ObjectNode file, int width, int height) {
    return file.put("width", width).put("height", height);
  }

  private static ObjectNode file(StoredFile file) {
    return bare(file).put("file_name", file.name()).put("mime_type", file.mediaType());
  }

  /** {@code file_id}, {@code file_unique_id}, {@code file_size}. */
  static ObjectNode bare(StoredFile file) {
    return Json.object()
        .put("file_id", file.id())
        .put("file_unique_id", file.uniqueId())
        .put("file_size", file.content().length());
  }

  private static ObjectNode keyboard(List<List<Message.Key>> rows) {
    ArrayNode json = Json.array();
    for (List<Message.Key> row : rows) {
      ArrayNode keys = json.addArray();
      row.forEach(key -> keys.add(key(key.text(), key.data(), key.url())));
    }
    ObjectNode markup = Json.object();
    markup.set("inline_keyboard", json);
    return markup;
  }

  private static ObjectNode key(String text, @Nullable String data, @Nullable String url) {
    ObjectNode json = Json.object().put("text", text);
    if (data != null) {
      json.put("callback_data", data);
    }
    return url == null ? json : json.put("url", url);
  }
}
