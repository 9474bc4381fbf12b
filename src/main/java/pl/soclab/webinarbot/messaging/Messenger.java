package pl.soclab.webinarbot.messaging;

/**
 * The way out. Implementations are safe for use by many threads and never throw for what Telegram
 * may answer.
 */
@FunctionalInterface
public interface Messenger {
  /** Sends one message and waits for its outcome. */
  SendOutcome send(OutgoingMessage message);
}
