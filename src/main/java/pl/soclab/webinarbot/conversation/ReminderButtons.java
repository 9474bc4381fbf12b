package pl.soclab.webinarbot.conversation;

import java.util.List;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.reminders.Scope;

/** Buttons about the reminders of one event. */
record ReminderButtons(Phrases phrases, Event event) {
  /** Longer titles would push the verb before them off a phone. */
  private static final int MAX_TITLE = 40;

  Keyboard add(ReminderAction action, Keyboard keyboard) {
    return keyboard.reminder(
        phrases.get("reminders.button." + action.code()), action, phrases.language(), event.id());
  }

  /** Likewise, with the title, where there are buttons for several events. */
  Keyboard addTitled(String key, ReminderAction action, Keyboard keyboard) {
    String label = phrases.get(key, Essentials.shortened(event.title(), MAX_TITLE));
    return keyboard.reminder(label, action, phrases.language(), event.id());
  }

  /** The scopes that make a difference for this event. */
  List<Scope> scopes() {
    if (event.reminders().isEmpty()) {
      return List.of(Scope.CHANGES);
    }
    boolean hour =
        event.reminders().size() > 1 && !LeadWriter.leads(event, Scope.LAST_HOUR).isEmpty();
    return hour ? List.of(Scope.values()) : List.of(Scope.ALL, Scope.CHANGES);
  }

  /** What may be chosen besides what is chosen. */
  Keyboard others(Scope chosen) {
    var keyboard = new Keyboard();
    scopes().stream()
        .filter(scope -> scope != chosen)
        .forEach(scope -> add(ReminderAction.of(scope), keyboard));
    return add(ReminderAction.OFF, keyboard);
  }

  /** Under what the bot sends by itself. */
  static List<List<Button>> under(Event event, Phrases phrases, List<String> topics) {
    var keyboard = new Keyboard();
    topics.forEach(topic -> keyboard.topic(phrases.get("button." + topic), topic, event.id()));
    return new ReminderButtons(phrases, event).add(ReminderAction.OFF, keyboard).rows();
  }
}
