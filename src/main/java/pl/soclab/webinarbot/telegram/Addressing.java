package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message of a group is meant for the bot, and its text without the bot's name. Offsets
 * of entities count UTF-16 units (Bot API, {@code MessageEntity}), as Java does.
 */
final class Addressing {
  private final Identity bot;
  private final String mention;

  Addressing(Identity bot) {
    this.bot = bot;
    mention = "@" + bot.name().toLowerCase(Locale.ROOT);
  }

  /** Mentioned, replied to, or given a command that names no other bot. */
  boolean isAddressed(JsonNode message) {
    return ownMessageRepliedTo(message) != null
        || names(message, "text", "entities")
        || names(message, "caption", "caption_entities");
  }

  /**
   * The number of the bot's own message that this one replies to; null where it replies to none.
   */
  @Nullable Long ownMessageRepliedTo(JsonNode message) {
    JsonNode repliedTo = message.path("reply_to_message");
    return repliedTo.path("from").path("id").asLong() == bot.id()
        ? repliedTo.path("message_id").asLong()
        : null;
  }

  private boolean names(JsonNode message, String textField, String entitiesField) {
    String text = Texts.of(message.path(textField));
    for (JsonNode entity : message.path(entitiesField)) {
      String marked = marked(text, entity);
      boolean named =
          switch (entity.path("type").asText()) {
            case "mention" -> marked.equals(mention);
            case "text_mention" -> entity.path("user").path("id").asLong() == bot.id();
            case "bot_command" -> !marked.contains("@") || marked.endsWith(mention);
            default -> false;
          };
      if (named) {
        return true;
      }
    }
    return false;
  }

  /** The text as the resident would have typed it in a private chat. */
  String textWithoutName(JsonNode message, String textField, String entitiesField) {
    String text = Texts.of(message.path(textField));
    var rest = new StringBuilder(text);
    JsonNode entities = message.path(entitiesField);
    // From the end, so that the offsets before stay true.
    for (int i = entities.size() - 1; i >= 0; i--) {
      JsonNode entity = entities.path(i);
      String type = entity.path("type").asText();
      boolean name = type.equals("mention") || type.equals("bot_command");
      String marked = marked(text, entity);
      if (name && marked.endsWith(mention)) {
        int end = entity.path("offset").asInt() + marked.length();
        cut(rest, end - mention.length(), end);
      }
    }
    return rest.toString().strip();
  }

  /** Takes the comma of "@bot, kiedy" and the doubled space of "hej @bot kiedy" along. */
  private static void cut(StringBuilder text, int start, int end) {
    int behind = end;
    if (start == 0) {
      while (behind < text.length() && ",:; ".indexOf(text.charAt(behind)) >= 0) {
        behind++;
      }
    } else if (behind < text.length()
        && text.charAt(behind) == ' '
        && text.charAt(start - 1) == ' ') {
      behind++;
    }
    text.delete(start, behind);
  }

  /** The marked characters in lower case; empty where the entity points outside the text. */
  private static String marked(String text, JsonNode entity) {
    int start = entity.path("offset").asInt(-1);
    int end = start + entity.path("length").asInt();
    boolean inside = start >= 0 && end <= text.length() && start <= end;
    return inside ? text.substring(start, end).toLowerCase(Locale.ROOT) : "";
  }
}
