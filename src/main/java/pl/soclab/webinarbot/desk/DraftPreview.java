package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.DeskPress.Action;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.BroadcastText;

/** Shows a draft as residents will read it, with what can be done with it. */
final class DraftPreview {
  /** Telegram takes 4096; the frame around the text has to fit too. */
  static final int LONGEST = 3500;

  /** Residents are written to in Polish unless they chose otherwise. */
  private static final String LANGUAGE = "pl";

  private final Audiences audiences;
  private final BroadcastText texts;

  DraftPreview(Audiences audiences, BroadcastText texts) {
    this.audiences = audiences;
    this.texts = texts;
  }

  /** The preview, or the question for the text where there is none yet. */
  List<OutgoingMessage> show(DeskTurn turn, Broadcast draft) {
    Audience audience = audiences.of(draft.eventId(), turn.knowledge());
    return draft.content() == null
        ? turn.say(DeskPhrases.get("ask_text", audience.withCount(), LONGEST), cancel(draft))
        : shown(turn, draft, DeskPhrases.get("preview", audience.withCount()));
  }

  /** The message once more, as it will look on a phone. */
  List<OutgoingMessage> test(DeskTurn turn, Broadcast draft) {
    return shown(turn, draft, DeskPhrases.get("test"));
  }

  private List<OutgoingMessage> shown(DeskTurn turn, Broadcast draft, String below) {
    OutgoingMessage message = message(turn, draft);
    return message == null
        ? turn.say(DeskPhrases.get("event_gone"))
        : List.of(message, turn.message(below, choices(turn, draft)));
  }

  /** What residents will read; null where the event has left the files. */
  @Nullable OutgoingMessage message(DeskTurn turn, Broadcast draft) {
    String eventId = draft.eventId();
    boolean isKnown =
        eventId == null
            || turn.knowledge().events().stream().map(Event::id).anyMatch(eventId::equals);
    return isKnown ? texts.write(draft, turn.chat(), LANGUAGE, turn.knowledge(), turn.now()) : null;
  }

  private List<Button> choices(DeskTurn turn, Broadcast draft) {
    long count = audiences.of(draft.eventId(), turn.knowledge()).count();
    var buttons = new ArrayList<Button>();
    buttons.add(DeskPress.button(DeskPhrases.get("button.test"), Action.TEST, draft.id()));
    if (count > 0) {
      String label = DeskPhrases.get("button.send", DeskPhrases.toPeople(count));
      buttons.add(DeskPress.button(label, Action.ASK_SEND, draft.id()));
    }
    buttons.add(DeskPress.button(DeskPhrases.get("button.rewrite"), Action.REWRITE, draft.id()));
    buttons.add(DeskPress.button(DeskPhrases.get("button.discard"), Action.DISCARD, draft.id()));
    return buttons;
  }

  /** The way out while a draft waits for its text. */
  static List<Button> cancel(Broadcast draft) {
    return List.of(DeskPress.button(DeskPhrases.get("button.cancel"), Action.DISCARD, draft.id()));
  }
}
