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
  private static final int MOST_SUGGESTIONS = 6;

  private final List<List<Button>> rows = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /** What people ask next. */
  static List<List<Button>> of(List<Suggestion> suggestions) {
    var keyboard = new Keyboard();
    suggestions.stream()
        .limit(MOST_SUGGESTIONS)
        .forEach(next -> keyboard.topic(next.label(), next.topic(), next.eventId()));
    return keyboard.rows();
  }

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

  private Keyboard button(String label, String data) {
    if (!taken.add(data)) {
      return this;
    }
    var button = new Button(shortened(label), data);
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

  private static String shortened(String label) {
    if (label.length() <= MAX_LABEL) {
      return label;
    }
    int space = label.lastIndexOf(' ', MAX_LABEL - 1);
    return label.substring(0, space > MAX_LABEL / 2 ? space : MAX_LABEL - 1) + "…";
  }

  List<List<Button>> rows() {
    return rows.stream().map(List::copyOf).toList();
  }
}
