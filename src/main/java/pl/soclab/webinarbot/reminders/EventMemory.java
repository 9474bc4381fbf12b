package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import java.util.Map;
import pl.soclab.webinarbot.knowledge.Event;

/**
 * What those who subscribed know of each event's times. It outlives the process, so that a change
 * made while the program was off is told too, and told once.
 */
public interface EventMemory {
  /**
   * What is known of an event.
   *
   * @param told as it was told last
   * @param toldSince since when that holds
   * @param seen as the files said last
   * @param seenSince since when they say so
   */
  record Known(EventTimes told, Instant toldSince, EventTimes seen, Instant seenSince) {}

  /** An event's times in the light of what is known of it. */
  static EventTimes times(Event event, Map<String, Known> known) {
    Known before = known.get(event.id());
    return EventTimes.of(event).after(before == null ? null : before.told());
  }

  /** All events that are remembered, by id. */
  Map<String, Known> all();

  /** Remembers an event, or what is new of it. */
  void remember(String eventId, Known known);

  /** Forgets an event. */
  void forget(String eventId);
}
