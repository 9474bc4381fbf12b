package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * What one turn leans on, taken once: the snapshot and the instant stay the same from its first
 * line to its last.
 *
 * @param chat where the reply goes
 * @param answerer over the snapshot of this turn
 * @param now the instant of this turn
 * @param at when the message was written
 * @param thread what was talked about before
 * @param languageCode as in {@link IncomingMessage}
 * @param isPrivate whether nobody but one resident reads the reply
 */
record Turn(
    ChatId chat,
    Answerer answerer,
    Instant now,
    Instant at,
    Question.Thread thread,
    @Nullable String languageCode,
    boolean isPrivate) {
  List<Event> events() {
    return answerer.knowledge().events();
  }

  /** The event with that key; null where there is none, or no key. */
  @Nullable Event event(@Nullable String key) {
    return key == null ? null : EventKey.find(key, events());
  }

  /** The event with that id; null where there is none, or no id. */
  @Nullable Event eventWithId(@Nullable String id) {
    return answerer.knowledge().event(id);
  }

  /** Phrases in the language of the resident's Telegram. */
  Phrases phrases() {
    return Phrases.in(ReplyLanguage.ofTelegram(languageCode));
  }

  Answer answer(String question) {
    return answerer.answer(new Question(question, thread), now);
  }

  /** What a topic comes to, in the language of {@link #phrases}. */
  Answer topic(String topic, @Nullable String eventId) {
    return answerer.answerTopic(topic, eventId, languageCode, now);
  }

  /** The same turn in the language of the talk; null for none yet. */
  Turn speaking(@Nullable String language) {
    return language == null ? this : new Turn(chat, answerer, now, at, thread, language, isPrivate);
  }

  List<OutgoingMessage> say(RichText text, List<List<Button>> buttons) {
    return List.of(new OutgoingMessage(chat, text, buttons, null));
  }

  List<OutgoingMessage> say(String text, List<List<Button>> buttons) {
    return say(RichText.plain(text), buttons);
  }

  /** One of the bot's own sentences, with a way on under it. */
  List<OutgoingMessage> sentence(String key) {
    Phrases phrases = phrases();
    var ways =
        new Keyboard()
            .topic(phrases.get("button.help"), "help", null)
            .topic(phrases.get("button.events"), "events", null);
    return say(phrases.get(key), ways.rows());
  }

  OutgoingMessage send(RichText caption, List<List<Button>> buttons, Attachment file) {
    return new OutgoingMessage(chat, caption, buttons, file);
  }
}
