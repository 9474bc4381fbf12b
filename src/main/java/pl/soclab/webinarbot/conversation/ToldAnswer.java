package pl.soclab.webinarbot.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * An answer of the organisers' to a question that somebody wanted to be told of. Whoever waits may
 * have no subscription, which is where languages are kept otherwise; so the language goes along.
 *
 * @param question masked, in one line
 * @param answer as it stands in the files
 */
record ToldAnswer(ReplyLanguage language, String question, String answer) {
  /** As it stands in a broadcast. */
  String content() {
    return language.code() + "\n" + question + "\n" + answer;
  }

  /**
   * Reads a broadcast's content.
   *
   * @throws IllegalArgumentException for anything that {@link #content} did not write
   */
  static ToldAnswer parse(String content) {
    String[] parts = content.split("\n", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("No answer with its question: " + parts.length + " lines");
    }
    return new ToldAnswer(ReplyLanguage.ofTelegram(parts[0]), parts[1], parts[2]);
  }

  /**
   * The message that stands alone.
   *
   * @param event that it is about; null for none in particular
   */
  OutgoingMessage message(ChatId chat, @Nullable Event event) {
    var text = new RichText.Builder();
    if (event != null) {
      text.append(Essentials.title(event)).plain("\n");
    }
    text.plain(Phrases.in(language).get("watch.answer", question) + "\n\n" + answer);
    return new OutgoingMessage(chat, text.build(), List.of(), null);
  }
}
