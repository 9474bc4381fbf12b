package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * What organisers were asked to write: the next message of that chat is it. One thing a chat, in
 * the database, so that neither a restart nor another instance forgets it. Each method throws an
 * unchecked exception when the store cannot be reached.
 */
public interface Awaited {
  /** A message written later is a question again. */
  Duration WAIT = Duration.ofMinutes(30);

  /** What is waited for. The names stand in the database. */
  enum Kind {
    /** The answer to an open question; the subject is its number. */
    ANSWER,
    /** Why the bot is switched off. */
    REASON_TO_SWITCH_OFF,
    /** A question to be answered as a resident would see it. */
    TRIAL_QUESTION
  }

  /**
   * What a chat was asked for.
   *
   * @param subject what it is about, in the words of the part that asked; may be empty
   * @param since when it was asked for
   */
  record Wait(Kind kind, String subject, Instant since) {
    /** Whether a message written then is still what was asked for. */
    boolean covers(Instant written) {
      return !written.isAfter(since.plus(WAIT));
    }
  }

  /** Waits for that from now on, and for nothing else in this chat. */
  void expect(ChatId chat, Wait wait);

  /** What the chat was asked for, however long ago; null for nothing. */
  @Nullable Wait of(ChatId chat);

  /** Waits no longer; returns whether it did. */
  boolean end(ChatId chat);
}
