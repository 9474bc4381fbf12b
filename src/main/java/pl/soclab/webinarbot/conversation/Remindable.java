package pl.soclab.webinarbot.conversation;

import java.time.Instant;
import java.util.List;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;

/** Whether there is anything left to remind of. */
enum Remindable {
  /** A session is to come, or a date is. */
  YES,
  CANCELLED,
  /** The last session is under way. */
  RUNNING,
  PAST;

  static Remindable of(Event event, Instant now) {
    if (event.status() == Event.Status.CANCELLED) {
      return CANCELLED;
    }
    List<Session> sessions = event.sessions();
    boolean hasNoDate = sessions.isEmpty() || event.status() == Event.Status.MOVED;
    if (hasNoDate || !SessionWriter.ahead(event, now).isEmpty()) {
      return YES;
    }
    return sessions.getLast().isOver(now) ? PAST : RUNNING;
  }

  /** The events of a turn that one can be reminded of, those that come first at the front. */
  static List<Event> events(Turn turn, Phrases phrases) {
    return new EventsWriter(turn, phrases)
        .coming().stream().filter(event -> of(event, turn.now()) == YES).toList();
  }
}
