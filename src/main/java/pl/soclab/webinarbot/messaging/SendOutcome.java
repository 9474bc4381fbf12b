package pl.soclab.webinarbot.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a send ended. Telegram has no key that makes a send idempotent, hence {@link Unknown}. */
public sealed interface SendOutcome {
  /**
   * It arrived.
   *
   * @param messageId Telegram's number of the (last part of the) message in that chat
   */
  record Sent(long messageId) implements SendOutcome {}

  /**
   * Telegram asks the whole bot to wait (429); nothing arrived.
   *
   * @param delay at least this long
   */
  record RetryAfter(Duration delay) implements SendOutcome {}

  /**
   * A passing fault: the request never left, or Telegram is out of order (5xx). Nothing arrived.
   *
   * @param reason what broke, without the token
   */
  record NotSent(String reason) implements SendOutcome {}

  /** The resident blocked the bot, or the chat is gone (403). */
  record Blocked() implements SendOutcome {}

  /** The request left and no answer came: it may have arrived. */
  record Unknown(String reason) implements SendOutcome {}

  /**
   * Telegram refused this message for good (400).
   *
   * @param reason Telegram's own words
   * @param migratedTo the supergroup that the group has become; null otherwise
   */
  record Rejected(String reason, @Nullable ChatId migratedTo) implements SendOutcome {}
}
