package pl.soclab.webinarbot.messaging;

/**
 * Changes what was sent. Implementations are safe for use by many threads and never throw for what
 * Telegram may answer.
 */
@FunctionalInterface
public interface MessageEditor {
  /**
   * Puts another text and other buttons into a message of the bot's own. What does not fit one
   * message is cut off; an attachment stays as it was.
   *
   * @param messageId as {@link SendOutcome.Sent} gave it
   * @return whether the chat shows the message so now; false where Telegram did not take it, be it
   *     for a moment or because the message is gone
   */
  boolean edit(ChatId chat, long messageId, OutgoingMessage message);
}
