package pl.soclab.webinarbot.questions;

import java.util.HashMap;
import java.util.Map;

/** A memory that is gone with the test. */
public final class InMemoryFactMemory implements FactMemory {
  private final Map<String, Known> events = new HashMap<>();

  @Override
  public synchronized Map<String, Known> all() {
    return Map.copyOf(events);
  }

  @Override
  public synchronized void rememberFirst(Map<String, Known> first) {
    first.forEach(events::putIfAbsent);
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
