package pl.soclab.webinarbot.preview;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** The methods of the Bot API that write, change and delete messages. */
final class MessageMethods {
  /** A bot may delete its messages for this long (Bot API, {@code deleteMessage}). */
  private static final Duration DELETABLE = Duration.ofDays(2);

  private final Chats chats;
  private final Files files;
  private final SentLog log;
  private final InstantSource clock;

  MessageMethods(Chats chats, Files files, SentLog log, InstantSource clock) {
    this.chats = chats;
    this.files = files;
    this.log = log;
    this.clock = clock;
  }

  JsonNode send(Params params) {
    FormattedText text = Texts.text(params);
    return post(params, new Message.Words(text));
  }

  JsonNode sendDocument(Params params) {
    FormattedText caption = Texts.caption(params);
    List<List<Message.Key>> keyboard = Keyboards.read(params);
    Chat chat = chats.forBot(params);
    Long replyTo = replyTo(params, chat);
    return post(chat, params, new Message.Document(document(params), caption), replyTo, keyboard);
  }

  private JsonNode post(Params params, Message.Body body) {
    List<List<Message.Key>> keyboard = Keyboards.read(params);
    Chat chat = chats.forBot(params);
    return post(chat, params, body, replyTo(params, chat), keyboard);
  }

  private JsonNode post(
      Chat chat,
      Params params,
      Message.Body body,
      @Nullable Long replyTo,
      List<List<Message.Key>> keyboard) {
    boolean quiet = params.flag("disable_notification");
    Message message = chats.post(chat, chats.bot(), body, replyTo, keyboard, quiet);
    log.sent(chat, message);
    return MessageJson.of(chat, message);
  }

  private StoredFile document(Params params) {
    String value = params.text("document");
    String part =
        value.startsWith("attach://") ? value.substring("attach://".length()) : "document";
    Params.Upload upload = params.uploads().get(part);
    if (upload != null) {
      if (upload.content().length() == 0) {
        throw Refusal.badRequest("file must be non-empty");
      }
      return files.store(upload.fileName(), upload.mediaType(), upload.content());
    }
    if (value.isEmpty() || value.startsWith("attach://")) {
      throw Refusal.badRequest("there is no document in the request");
    }
    if (value.matches("(?i)https?://.*")) {
      throw Refusal.badRequest("failed to get HTTP URL content");
    }
    return files
        .withId(value)
        .orElseThrow(
            () ->
                Refusal.badRequest("wrong remote file identifier specified: Wrong string length"));
  }

  private static @Nullable Long replyTo(Params params, Chat chat) {
    JsonNode parameters = params.json("reply_parameters");
    Long wanted = params.number("reply_to_message_id");
    boolean optional = params.flag("allow_sending_without_reply");
    if (parameters != null) {
      if (!parameters.path("message_id").isIntegralNumber()) {
        throw Refusal.badRequest("can't parse reply parameters JSON object");
      }
      wanted = parameters.path("message_id").asLong();
      optional = parameters.path("allow_sending_without_reply").asBoolean(false);
    }
    if (wanted == null || chat.message(wanted).isPresent()) {
      return wanted;
    }
    if (optional) {
      return null;
    }
    throw Refusal.badRequest("message to be replied not found");
  }

  JsonNode editText(Params params) {
    FormattedText text = Texts.text(params);
    List<List<Message.Key>> keyboard = Keyboards.read(params);
    Chat chat = chats.forBot(params);
    Message message = own(chat, params);
    if (!(message.body() instanceof Message.Words)) {
      throw Refusal.badRequest("there is no text in the message to edit");
    }
    return change(chat, message, new Message.Words(text), keyboard);
  }

  JsonNode editCaption(Params params) {
    FormattedText caption = Texts.caption(params);
    List<List<Message.Key>> keyboard = Keyboards.read(params);
    Chat chat = chats.forBot(params);
    Message message = own(chat, params);
    if (!(message.body() instanceof Message.Document(StoredFile file, FormattedText old))) {
      throw Refusal.badRequest("there is no caption in the message to edit");
    }
    return change(chat, message, new Message.Document(file, caption), keyboard);
  }

  JsonNode editReplyMarkup(Params params) {
    List<List<Message.Key>> keyboard = Keyboards.read(params);
    Chat chat = chats.forBot(params);
    Message message = own(chat, params);
    return change(chat, message, message.body(), keyboard);
  }

  private JsonNode change(
      Chat chat, Message message, Message.Body body, List<List<Message.Key>> keyboard) {
    if (message.body().equals(body) && message.keyboard().equals(keyboard)) {
      throw Refusal.badRequest(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    Message changed = chats.change(chat, message, body, keyboard);
    log.edited(chat, changed);
    return MessageJson.of(chat, changed);
  }

  private Message own(Chat chat, Params params) {
    Message message = message(chat, params, "message to edit not found");
    if (!message.from().bot()) {
      throw Refusal.badRequest("message can't be edited");
    }
    return message;
  }

  private static Message message(Chat chat, Params params, String otherwise) {
    Long id = params.number("message_id");
    if (id == null) {
      throw Refusal.badRequest("message identifier is not specified");
    }
    return chat.message(id).orElseThrow(() -> Refusal.badRequest(otherwise));
  }

  JsonNode delete(Params params) {
    Chat chat = chats.forBot(params);
    Message message = message(chat, params, "message to delete not found");
    boolean others = !message.from().bot() && chat.kind() != Chat.Kind.PRIVATE;
    if (others || message.at().plus(DELETABLE).isBefore(clock.instant())) {
      throw Refusal.badRequest("message can't be deleted");
    }
    chats.delete(chat, message);
    log.deleted(chat, message);
    return BooleanNode.TRUE;
  }
}
