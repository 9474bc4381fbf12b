package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * What came from a chat.
 *
 * @param chat where it came from and where the reply goes
 * @param chatType a private chat or a group
 * @param addressed whether the bot is meant: always in a private chat; in a group only when it is
 *     mentioned, replied to or given a command
 * @param languageCode the resident's language in Telegram (IETF tag); null where Telegram does not
 *     say
 * @param content what was sent
 * @param at when Telegram took it
 * @param replyTo the number of the message that it replies to, where that message is the bot's own;
 *     null otherwise
 */
public record IncomingMessage(
    ChatId chat,
    ChatType chatType,
    boolean addressed,
    @Nullable String languageCode,
    Content content,
    Instant at,
    @Nullable Long replyTo) {

  /** A message that replies to none of the bot's. */
  public IncomingMessage(
      ChatId chat,
      ChatType chatType,
      boolean addressed,
      @Nullable String languageCode,
      Content content,
      Instant at) {
    this(chat, chatType, addressed, languageCode, content, at, null);
  }

  /** Where a message was written. */
  public enum ChatType {
    PRIVATE,
    GROUP
  }

  /** What a message holds. */
  public sealed interface Content {}

  /**
   * Typed text; commands too ({@code /start abc}), with the bot's own name removed ({@code
   * /pomoc@bot} arrives as {@code /pomoc}, a mention is cut out).
   */
  public record Text(String text) implements Content {}

  /** Text that somebody else wrote and that was forwarded to the bot ({@code forward_origin}). */
  public record Forwarded(String text) implements Content {}

  /**
   * A file (Bot API, {@code Document}), as its sender describes it: nothing of it may be trusted.
   *
   * @param fileId by which it is brought
   * @param name empty where none was given
   * @param bytes its size; 0 where it is not known
   * @param caption the text under it; empty for none
   */
  public record Document(String fileId, String name, long bytes, String caption)
      implements Content {}

  /**
   * A press of a button of ours: its {@code callback_data}. May be forged or from an old message.
   */
  public record ButtonPress(String data) implements Content {}

  /** Something the bot cannot read. */
  public record Unreadable(Medium medium) implements Content {}

  /**
   * The resident blocked the bot, or it was taken out of a group ({@code my_chat_member}). Nothing
   * can be sent until it may come back.
   */
  public record Blocked() implements Content {}

  /** The resident unblocked the bot, or it was put into a group ({@code my_chat_member}). */
  public record Unblocked() implements Content {}

  /**
   * The group has become a supergroup and goes on under another number (Bot API, {@code
   * migrate_to_chat_id}).
   */
  public record Moved(ChatId to) implements Content {}

  /** What kind of thing the bot cannot read. */
  public enum Medium {
    STICKER,
    PHOTO,
    VOICE,
    VIDEO,
    LOCATION,
    CONTACT,
    FILE,
    OTHER
  }
}
