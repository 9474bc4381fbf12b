package pl.soclab.webinarbot.questions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Which chats want to be told of an answer: all that is kept of who asked, and only where somebody
 * pressed "Daj mi znać". As durable and as safe for many threads as {@link OpenQuestions}.
 */
public interface Watches {
  /** So long somebody waits at most. */
  Duration KEPT = Duration.ofDays(30);

  /** What came of a wish to be told. */
  enum Outcome {
    /** The chat will be told; also where it had asked before. */
    WAITS,
    /** There is an answer already. */
    ANSWERED,
    /** There is no such question, or not any more. */
    UNKNOWN
  }

  /**
   * A chat that waits.
   *
   * @param language ISO 639-1
   * @param since when it asked last to be told
   */
  record Watch(long questionId, ChatId chat, String language, Instant since) {}

  /**
   * A chat wants to be told. Asking again waits anew.
   *
   * @param id may be forged
   * @param language ISO 639-1
   */
  Outcome watch(long id, ChatId chat, String language, Instant at);

  /** Who waits for that answer, in the order of their chats. */
  List<Watch> of(long id);

  /** What a chat waits for, in the order of the questions. */
  List<Watch> of(ChatId chat);

  /** A chat wants to hear nothing more, or is gone; returns whether it waited for anything. */
  boolean stop(ChatId chat);

  /** A group has become another chat (Bot API, {@code migrate_to_chat_id}). */
  void moved(ChatId from, ChatId to);
}
