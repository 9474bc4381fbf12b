package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.util.List;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Hears of every answer that a chat is given, before it is sent: of questions, of commands and
 * buttons that stand for a topic, of the card of an event. A turn that broke off comes again, and
 * so does its answer. Safe for use by many threads.
 */
@FunctionalInterface
public interface AnswerListener {
  /** That answer goes to that chat. What is thrown here breaks the turn. */
  void answered(ChatId chat, Answer answer, Instant now);

  /**
   * Likewise, for those who have to know the language.
   *
   * @param language of the answer, ISO 639-1
   */
  default void answered(ChatId chat, Answer answer, String language, Instant now) {
    answered(chat, answer, now);
  }

  /** Several that hear of the same answers, one after another. */
  static AnswerListener all(AnswerListener... listeners) {
    List<AnswerListener> all = List.of(listeners);
    return new AnswerListener() {
      @Override
      public void answered(ChatId chat, Answer answer, Instant now) {
        all.forEach(listener -> listener.answered(chat, answer, now));
      }

      @Override
      public void answered(ChatId chat, Answer answer, String language, Instant now) {
        all.forEach(listener -> listener.answered(chat, answer, language, now));
      }
    };
  }
}
