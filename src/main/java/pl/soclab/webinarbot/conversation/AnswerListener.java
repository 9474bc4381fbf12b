package pl.soclab.webinarbot.conversation;

import java.time.Instant;
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
}
