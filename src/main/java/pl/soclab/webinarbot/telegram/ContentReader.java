package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.Content;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;

/** Tells what a message of a chat holds (Bot API, {@code Message}). */
final class ContentReader {
  /** Fields of a message whose presence tells what it is. */
  private static final Map<String, Medium> MEDIA =
      Map.ofEntries(
          Map.entry("sticker", Medium.STICKER),
          Map.entry("photo", Medium.PHOTO),
          Map.entry("live_photo", Medium.PHOTO),
          Map.entry("voice", Medium.VOICE),
          Map.entry("audio", Medium.FILE),
          Map.entry("video", Medium.VIDEO),
          Map.entry("video_note", Medium.VIDEO),
          Map.entry("location", Medium.LOCATION),
          Map.entry("contact", Medium.CONTACT),
          Map.entry("document", Medium.FILE),
          Map.entry("poll", Medium.OTHER),
          Map.entry("dice", Medium.OTHER),
          Map.entry("story", Medium.OTHER),
          Map.entry("game", Medium.OTHER),
          Map.entry("checklist", Medium.OTHER),
          Map.entry("paid_media", Medium.OTHER),
          Map.entry("rich_message", Medium.OTHER));

  private final Addressing addressing;

  ContentReader(Addressing addressing) {
    this.addressing = addressing;
  }

  /** What the message holds; null for notices such as "pinned a message". */
  @Nullable Content read(JsonNode message) {
    if (message.has("text")) {
      return words(message, addressing.textWithoutName(message, "text", "entities"));
    }
    String caption = addressing.textWithoutName(message, "caption", "caption_entities");
    JsonNode document = message.path("document");
    String fileId = Texts.of(document.path("file_id"));
    // A moving picture comes with a field "document" too, for clients that know none.
    if (!fileId.isEmpty() && !message.has("animation")) {
      return new IncomingMessage.Document(
          fileId,
          Texts.of(document.path("file_name")),
          Math.max(0, document.path("file_size").asLong()),
          caption);
    }
    return message.has("caption") ? words(message, caption) : medium(message);
  }

  /** A forwarded file is a file: who wrote it is nobody's business. */
  private static Content words(JsonNode message, String text) {
    // Servers older than Bot API 7.0 tell the date alone.
    boolean forwarded = message.has("forward_origin") || message.has("forward_date");
    return forwarded ? new IncomingMessage.Forwarded(text) : new IncomingMessage.Text(text);
  }

  private static @Nullable Content medium(JsonNode message) {
    for (Map.Entry<String, Medium> medium : MEDIA.entrySet()) {
      if (message.has(medium.getKey())) {
        return new IncomingMessage.Unreadable(medium.getValue());
      }
    }
    return null;
  }
}
