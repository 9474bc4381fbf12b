package pl.soclab.webinarbot.conversation;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/** Writes the list of events: those to come first, then those without a date, then past ones. */
final class EventsWriter {
  private static final int MOST_COMING = 10;
  private static final int MOST_PAST = 5;

  private final Turn turn;
  private final Phrases phrases;
  private final SessionWriter sessions;

  EventsWriter(Turn turn, Phrases phrases) {
    this.turn = turn;
    this.phrases = phrases;
    this.sessions = new SessionWriter(phrases);
  }

  /** The reply to {@code /wydarzenia}. */
  List<OutgoingMessage> list() {
    if (turn.events().isEmpty()) {
      return turn.say(phrases.get("no_events"), List.of());
    }
    List<Event> coming = coming();
    List<Event> past = past();
    var text = new RichText.Builder();
    text.plain(phrases.get(coming.isEmpty() ? "events.none_coming" : "events.coming"));
    var keyboard = new Keyboard();
    coming.stream().limit(MOST_COMING).forEach(event -> add(event, text, keyboard));
    rest(coming, MOST_COMING, text);
    if (!past.isEmpty()) {
      text.plain("\n\n" + phrases.get("events.past"));
      past.stream().limit(MOST_PAST).forEach(event -> add(event, text, keyboard));
      rest(past, MOST_PAST, text);
    }
    return turn.say(text.build(), keyboard.rows());
  }

  private void add(Event event, RichText.Builder text, Keyboard keyboard) {
    text.plain("\n• ").append(line(event));
    keyboard.topic(Keyboard.label(event, phrases), "event_card", event.id());
  }

  private void rest(List<Event> events, int shown, RichText.Builder text) {
    if (events.size() > shown) {
      text.plain("\n" + phrases.get("events.more", events.size() - shown));
    }
  }

  /** Those with a session still to come by that session, then those without a date. */
  List<Event> coming() {
    return turn.events().stream()
        .filter(event -> event.sessions().isEmpty() || next(event) != null)
        .sorted(
            Comparator.comparing(
                this::next, Comparator.nullsLast(Comparator.comparing(Session::startInstant))))
        .toList();
  }

  /** Those whose last session is over, the latest first. */
  List<Event> past() {
    return turn.events().stream()
        .filter(event -> !event.sessions().isEmpty() && next(event) == null)
        .sorted(
            Comparator.comparing((Event event) -> event.sessions().getLast().startInstant())
                .reversed())
        .toList();
  }

  private @Nullable Session next(Event event) {
    return event.next(turn.now());
  }

  /** "O platformie CitizenLab – czwartek, 17 lutego 2022, godz. 9:00". */
  RichText line(Event event) {
    Session next = next(event);
    String status =
        switch (event.status()) {
          case PLANNED -> "";
          case CANCELLED -> " " + phrases.get("events.cancelled");
          case MOVED -> " " + phrases.get("events.moved");
        };
    RichText title = new RichText.Builder().bold(event.title()).build();
    if (event.sessions().isEmpty()) {
      return phrases.rich("events.undated", title, status);
    }
    if (next == null) {
      String key = event.status() == Event.Status.PLANNED ? "events.was" : "events.line";
      return phrases.rich(key, title, sessions.when(event.sessions().getLast()), status);
    }
    long left = event.sessions().stream().filter(s -> !s.isOver(turn.now())).count();
    String key = left > 1 ? "events.several" : "events.line";
    return phrases.rich(key, title, sessions.when(next), status);
  }
}
