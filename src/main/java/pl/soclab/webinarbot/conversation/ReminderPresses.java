package pl.soclab.webinarbot.conversation;

import java.util.List;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.Scope;

/** Does what a button about reminders says. */
record ReminderPresses(Reminding reminding, Unsubscribing unsubscribing, ThreadMemory threads) {
  List<OutgoingMessage> press(Turn turn, Command.ReminderPress press) {
    Phrases phrases = Phrases.in(press.language());
    String key = press.eventKey();
    ReminderAction action = press.action();
    if (action == ReminderAction.STOP) {
      return unsubscribing.all(turn, phrases, false);
    }
    if (key == null) {
      return unsubscribing.resume(turn, phrases);
    }
    if (action == ReminderAction.OFF) {
      return unsubscribing.one(turn, phrases, key);
    }
    Event event = turn.event(key);
    if (event == null) {
      return turn.sentence("event_gone");
    }
    threads.remember(turn.chat(), new Question.Thread(List.of(), event.id()));
    Scope scope = action.scope();
    return scope == null
        ? reminding.choose(turn, phrases, event)
        : reminding.subscribe(turn, phrases, event, scope);
  }
}
