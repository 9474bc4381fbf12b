package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * One message of a broadcast to one chat.
 *
 * @param attempts how many sends were begun, whether they ended or not
 * @param unknowns how many of them may have arrived without a word from Telegram
 * @param notBefore when it may be tried again; null for at once
 * @param messageId Telegram's number of the message; null until it is sent
 * @param reason why it failed, in Telegram's words; null otherwise
 */
public record Delivery(
    long broadcastId,
    ChatId chat,
    State state,
    int attempts,
    int unknowns,
    @Nullable Instant notBefore,
    @Nullable Long messageId,
    @Nullable String reason) {

  /** Where a delivery stands. */
  public enum State {
    PENDING,
    /** A send was begun. After a crash it is not known whether it left. */
    SENDING,
    SENT,
    /** Telegram refused it for good, or did not take it several times. */
    FAILED,
    /** The chat blocked the bot, or is gone. */
    BLOCKED,
    /** It may have arrived; nothing more is tried. */
    UNKNOWN,
    /** Not sent, because the resident said stop or the broadcast ended. */
    SKIPPED
  }
}
