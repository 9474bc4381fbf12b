package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Content;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Reads from an update the few fields that the bot needs. The library's type {@code Update} refuses
 * the whole of it as soon as one field anywhere is new to it, and a resident would wait in vain.
 */
final class UpdateReader {
  /** The update's JSON is none, or lacks what every update of its kind has. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String reason) {
      super(reason);
    }
  }

  /** Bot API, {@code ChatMember.status}: blocked or removed, and left or removed from a group. */
  private static final Set<String> GONE = Set.of("kicked", "left");

  /** In the year 9999; what comes behind it no database takes. */
  private static final long LAST_DATE = 253_402_300_799L;

  private final ObjectMapper mapper;
  private final Addressing addressing;
  private final ContentReader contents;

  UpdateReader(ObjectMapper mapper, Identity bot) {
    this.mapper = mapper;
    addressing = new Addressing(bot);
    contents = new ContentReader(addressing);
  }

  /**
   * Reads an update.
   *
   * @return null for what concerns nobody: edited messages, posts of channels, messages of bots,
   *     notices such as "pinned a message"
   */
  @Nullable Turn read(StoredUpdate update) throws UnreadableException {
    JsonNode tree;
    try {
      tree = mapper.readTree(update.payload());
    } catch (JsonProcessingException e) {
      // Its message would quote the payload.
      throw new UnreadableException("not JSON");
    }
    if (tree.has("message")) {
      return message(update.updateId(), tree.path("message"));
    }
    if (tree.has("callback_query")) {
      return press(update, tree.path("callback_query"));
    }
    if (tree.has("my_chat_member")) {
      return membership(update.updateId(), tree.path("my_chat_member"));
    }
    return null;
  }

  private @Nullable Turn message(long updateId, JsonNode message) throws UnreadableException {
    ChatType type = chatType(message.path("chat"));
    if (type == null) {
      return null;
    }
    JsonNode movedTo = message.path("migrate_to_chat_id");
    if (movedTo.canConvertToLong()) {
      var moved = new IncomingMessage.Moved(new ChatId(movedTo.asLong()));
      return turn(updateId, message, type, false, moved);
    }
    if (isByMachine(message)) {
      return null;
    }
    Content content = contents.read(message);
    if (content == null) {
      return null;
    }
    boolean addressed = type == ChatType.PRIVATE || addressing.isAddressed(message);
    return turn(updateId, message, type, addressed, content);
  }

  private static boolean isByMachine(JsonNode message) {
    boolean bot = message.path("from").path("is_bot").asBoolean();
    // An administrator who writes as the group itself: Telegram names a bot as the writer.
    boolean anonymousAdministrator =
        message.has("sender_chat")
            && message.path("sender_chat").path("id").asLong()
                == message.path("chat").path("id").asLong();
    return message.path("is_automatic_forward").asBoolean() || (bot && !anonymousAdministrator);
  }

  private @Nullable Turn press(StoredUpdate update, JsonNode query) throws UnreadableException {
    JsonNode message = query.path("message");
    ChatType type = chatType(message.path("chat"));
    if (type == null || !query.has("data")) {
      return null;
    }
    var press = new IncomingMessage.ButtonPress(Texts.of(query.path("data")));
    var sent =
        new IncomingMessage(
            chatId(message), type, true, language(query.path("from")), press, update.receivedAt());
    ReplyTo topic = type == ChatType.PRIVATE ? null : replyTo(message).topicOnly();
    return new Turn(update.updateId(), sent, topic, Texts.of(query.path("id")));
  }

  private @Nullable Turn membership(long updateId, JsonNode member) throws UnreadableException {
    ChatType type = chatType(member.path("chat"));
    if (type == null) {
      return null;
    }
    boolean gone = GONE.contains(member.path("new_chat_member").path("status").asText());
    Content content = gone ? new IncomingMessage.Blocked() : new IncomingMessage.Unblocked();
    return turn(updateId, member, type, type == ChatType.PRIVATE, content);
  }

  private Turn turn(
      long updateId, JsonNode source, ChatType type, boolean addressed, Content content)
      throws UnreadableException {
    JsonNode date = source.path("date");
    if (!date.canConvertToLong() || date.asLong() < 0 || date.asLong() > LAST_DATE) {
      throw new UnreadableException("no date");
    }
    Instant at = Instant.ofEpochSecond(date.asLong());
    var message =
        new IncomingMessage(
            chatId(source),
            type,
            addressed,
            language(source.path("from")),
            content,
            at,
            addressing.ownMessageRepliedTo(source));
    ReplyTo replyTo = type == ChatType.PRIVATE ? null : replyTo(source);
    return new Turn(updateId, message, replyTo, null);
  }

  /** Null for a channel, where nobody can be answered. */
  private static @Nullable ChatType chatType(JsonNode chat) {
    return switch (chat.path("type").asText()) {
      case "private" -> ChatType.PRIVATE;
      case "group", "supergroup" -> ChatType.GROUP;
      default -> null;
    };
  }

  private static ChatId chatId(JsonNode source) throws UnreadableException {
    JsonNode id = source.path("chat").path("id");
    if (!id.canConvertToLong()) {
      throw new UnreadableException("no chat");
    }
    return new ChatId(id.asLong());
  }

  private static @Nullable String language(JsonNode user) {
    String code = Texts.of(user.path("language_code"));
    return code.isEmpty() ? null : code;
  }

  private static ReplyTo replyTo(JsonNode message) {
    boolean topic =
        message.path("is_topic_message").asBoolean() && message.has("message_thread_id");
    return new ReplyTo(
        message.path("message_id").asInt(ReplyTo.TOPIC_ONLY),
        topic ? message.path("message_thread_id").asInt() : null);
  }
}
