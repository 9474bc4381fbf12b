package pl.soclab.webinarbot.reminders;

import java.util.Map;
import java.util.TreeMap;

/** A memory that forgets everything with the test. */
public final class InMemoryEventMemory implements EventMemory {
  private final Map<String, Known> events = new TreeMap<>();

  @Override
  public synchronized Map<String, Known> all() {
    return Map.copyOf(events);
  }

  @Override
  public synchronized void remember(String eventId, Known known) {
    events.put(eventId, known);
  }

  @Override
  public synchronized void forget(String eventId) {
    events.remove(eventId);
  }
}
