package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.List;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * What one turn of an organiser leans on, taken once.
 *
 * @param chat the organiser's
 * @param knowledge the snapshot of this turn
 * @param now the instant of this turn
 */
record DeskTurn(ChatId chat, Knowledge knowledge, Instant now) {
  List<OutgoingMessage> say(String text) {
    return say(text, List.of());
  }

  /** Each button in a row of its own: a thumb that slips must not send. */
  List<OutgoingMessage> say(String text, List<Button> buttons) {
    return List.of(message(text, buttons));
  }

  OutgoingMessage message(String text, List<Button> buttons) {
    return new OutgoingMessage(
        chat, RichText.plain(text), buttons.stream().map(List::of).toList(), null);
  }
}
