package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.Map;

/**
 * The facts of each event as residents know them, so that a change made while the program was off
 * is seen too, and proposed once. Each method throws an unchecked exception when the store cannot
 * be reached.
 */
public interface FactMemory {
  /**
   * What is known of an event's facts, as their writer spells them.
   *
   * @param told as they were when a change was last looked at
   * @param seen as the files said last
   * @param seenSince since when they say so
   */
  record Known(String told, String seen, Instant seenSince) {}

  /** All events that are remembered, by id. */
  Map<String, Known> all();

  /** Remembers events that are seen for the first time; those that are known stay as they are. */
  void rememberFirst(Map<String, Known> events);

  /** Remembers an event, or what is new of it. */
  void remember(String eventId, Known known);

  /** Forgets an event. */
  void forget(String eventId);
}
