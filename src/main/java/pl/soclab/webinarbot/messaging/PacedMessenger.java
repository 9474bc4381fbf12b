package pl.soclab.webinarbot.messaging;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way out for messages that nobody waits for: they go behind the replies to residents, at the
 * pace that Telegram allows. Implementations are safe for use by many threads and never throw for
 * what Telegram may answer.
 */
@FunctionalInterface
public interface PacedMessenger {
  /**
   * Waits for its turn, sends one message and waits for its outcome.
   *
   * @param message asked for when its turn has come, so that what it says is true when it leaves;
   *     null when there is nothing to say any more
   * @return null when nothing was to be said
   */
  @Nullable SendOutcome send(ChatId chat, Supplier<@Nullable OutgoingMessage> message);
}
