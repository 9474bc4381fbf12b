package pl.soclab.webinarbot.conversation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Suggestion;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.Button;

/** Lays out buttons: two in a row, a long label in a row of its own. */
final class Keyboard {
  /** Half of a phone's width; longer labels are cut by Telegram. */
  private static final int HALF_A_ROW = 18;

  private static final int MAX_LABEL = 60;

  private final List<List<Button>> rows = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /** The topics that may be meant, and a way out. */
  static List<List<Button>> topics(List<Suggestion> choices, Phrases phrases) {
    var keyboard = new Keyboard();
    choices.forEach(choice -> keyboard.topic(choice.label(), choice.topic(), choice.eventId()));
    return keyboard.none(phrases);
  }

  /**
   * The events that may be meant, and a way out. Each has its day in front, as a series often has
   * one title for all.
   */
  static List<List<Button>> events(List<Suggestion> choices, List<Event> events, Phrases phrases) {
    var keyboard = new Keyboard();
    for (Suggestion choice : choices) {
      String label =
          events.stream()
              .filter(event -> event.id().equals(choice.eventId()))
              .map(event -> label(event, phrases))
              .findFirst()
              .orElse(choice.label());
      keyboard.topic(label, choice.topic(), choice.eventId());
    }
    return keyboard.none(phrases);
  }

  private List<List<Button>> none(Phrases phrases) {
    return button(phrases.get("button.none"), ButtonData.NONE_OF_THESE).rows();
  }

  /** "17 lutego: O platformie CitizenLab". */
  static String label(Event event, Phrases phrases) {
    return event.sessions().isEmpty()
        ? event.title()
        : new SessionWriter(phrases).day(event.sessions().getFirst()) + ": " + event.title();
  }

  Keyboard topic(String label, String topic, @Nullable String eventId) {
    return button(label, ButtonData.topic(topic, eventId));
  }

  Keyboard reminder(
      String label, ReminderAction action, ReplyLanguage language, @Nullable String eventId) {
    return button(label, ButtonData.reminder(action, language, eventId));
  }

  /** Ends all reminders of the chat. */
  Keyboard stop(Phrases phrases) {
    String label = phrases.get("reminders.button.stop");
    return reminder(label, ReminderAction.STOP, phrases.language(), null);
  }

  /** About a question to the organisers; 0 for none in particular. */
  Keyboard handover(HandoverAction action, Phrases phrases, long number) {
    return button(
        phrases.get("handover.button." + action.code()),
        ButtonData.handover(action, phrases.language(), number));
  }

  /** Whether all that is kept is to be erased. */
  Keyboard deleting(Phrases phrases) {
    ReplyLanguage language = phrases.language();
    return button(phrases.get("delete.button.yes"), ButtonData.delete(true, language))
        .button(phrases.get("delete.button.no"), ButtonData.delete(false, language));
  }

  private Keyboard button(String label, String data) {
    if (!taken.add(data)) {
      return this;
    }
    var button = new Button(Essentials.shortened(label, MAX_LABEL), data);
    if (!rows.isEmpty() && rows.getLast().size() == 1 && isShort(button) && isShort(last())) {
      rows.getLast().add(button);
    } else {
      rows.add(new ArrayList<>(List.of(button)));
    }
    return this;
  }

  private Button last() {
    return rows.getLast().getLast();
  }

  private static boolean isShort(Button button) {
    return button.label().length() <= HALF_A_ROW;
  }

  List<List<Button>> rows() {
    return rows.stream().map(List::copyOf).toList();
  }
}
