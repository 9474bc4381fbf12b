package pl.soclab.webinarbot.telegram;

import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * An update that the conversation has to hear of.
 *
 * @param updateId Telegram's number
 * @param message what the conversation hears
 * @param replyTo where in a group the reply belongs; null in a private chat
 * @param callbackId the press of a button that Telegram wants answered; null for anything else
 * @param tooMany whether it is only told that too much was written ({@link FloodGate})
 */
record Turn(
    long updateId,
    IncomingMessage message,
    @Nullable ReplyTo replyTo,
    @Nullable String callbackId,
    boolean tooMany) {
  Turn(
      long updateId,
      IncomingMessage message,
      @Nullable ReplyTo replyTo,
      @Nullable String callbackId) {
    this(updateId, message, replyTo, callbackId, false);
  }

  /** The same turn, of which nothing is heard but that it was one too many. */
  Turn notHeard() {
    return new Turn(updateId, message, replyTo, callbackId, true);
  }

  ChatId chat() {
    return message.chat();
  }

  /** Whether somebody waits for a reply. */
  boolean isAsked() {
    return message.addressed()
        && switch (message.content()) {
          case IncomingMessage.Text text -> true;
          case IncomingMessage.Forwarded forwarded -> true;
          case IncomingMessage.Document document -> true;
          case IncomingMessage.ButtonPress press -> true;
          case IncomingMessage.Unreadable unreadable -> true;
          case IncomingMessage.Blocked blocked -> false;
          case IncomingMessage.Unblocked unblocked -> false;
          case IncomingMessage.Moved moved -> false;
        };
  }
}
