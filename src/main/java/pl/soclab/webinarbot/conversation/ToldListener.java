package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.ToldFacts;

/** Notes who was told facts of an event, so that a correction finds them. */
public record ToldListener(ToldFacts told) implements AnswerListener {
  @Override
  public void answered(ChatId chat, Answer answer, Instant now) {
    answered(chat, answer, ReplyLanguage.POLISH.code(), now);
  }

  @Override
  public void answered(ChatId chat, Answer answer, String language, Instant now) {
    String eventId = answer.content().eventId();
    if (answer instanceof Answer.FactAnswer && eventId != null) {
      for (String topic : answer.content().topics()) {
        told.told(chat, eventId, topic, language, now);
      }
    }
  }
}
