package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.questions.Handover;

/** Writes what a resident reads on the way of a question to the organisers. */
record HandoverWriter(Turn turn, Phrases phrases) {
  List<OutgoingMessage> say(String key, Object... values) {
    return turn.say(phrases.get(key, values), List.of());
  }

  List<OutgoingMessage> asksForText(Handover awaited) {
    return waits("handover.type", awaited);
  }

  List<OutgoingMessage> tooLong(Handover awaited) {
    return waits("handover.too_long", awaited);
  }

  List<OutgoingMessage> onlyText(Handover awaited) {
    return waits("handover.only_text", awaited);
  }

  private List<OutgoingMessage> waits(String key, Handover awaited) {
    var keyboard = new Keyboard().handover(HandoverAction.CANCEL, phrases, awaited.id());
    return turn.say(phrases.get(key, Handing.LONGEST), keyboard.rows());
  }

  /** Exactly what would be passed on, and what would not. */
  List<OutgoingMessage> preview(Handover shown) {
    Event event = turn.eventWithId(shown.eventId());
    String about = event == null ? "" : "\n" + phrases.get("handover.about", event.title());
    String to = shown.addressee() == null ? "handover.preview" : "handover.preview_one";
    String text = phrases.get(to, Objects.requireNonNull(shown.question()), about);
    var keyboard = new Keyboard();
    for (HandoverAction action :
        List.of(HandoverAction.SEND, HandoverAction.REWRITE, HandoverAction.CANCEL)) {
      keyboard.handover(action, phrases, shown.id());
    }
    String note = phrases.get(event == null ? "handover.note" : "handover.note_event");
    return turn.say(text + "\n\n" + note, keyboard.rows());
  }

  /** It is passed on. */
  List<OutgoingMessage> sent(Handover handover, Instant leaves) {
    String night = leaves.isAfter(turn.now()) ? " " + phrases.get("handover.night") : "";
    return say("handover.sent", handover.thread(), night);
  }
}
