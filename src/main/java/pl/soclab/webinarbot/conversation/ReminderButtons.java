package pl.soclab.webinarbot.conversation;

import java.util.List;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.Button;

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

  /** Under what the bot sends by itself. */
  static List<List<Button>> under(Event event, Phrases phrases, List<String> topics) {
    var keyboard = new Keyboard();
    topics.forEach(topic -> keyboard.topic(phrases.get("button." + topic), topic, event.id()));
    return new ReminderButtons(phrases, event).add(ReminderAction.OFF, keyboard).rows();
  }
}
