package pl.soclab.webinarbot.preview;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What changed since a page last looked, for its live updates. The oldest are forgotten. */
final class PageEvents {
  /** A page that was away for longer loads anew, which costs it nothing but a moment. */
  private static final int KEPT = 500;

  /**
   * One change.
   *
   * @param number grows by one
   * @param kind what the page's script listens for
   * @param detail as JSON: written once for all pages, and a tenth of the tree that says the same
   */
  record Event(long number, String kind, String detail) {}

  private final Monitor monitor;
  private final Deque<Event> events = new ArrayDeque<>();
  private long last;

  PageEvents(Monitor monitor) {
    this.monitor = monitor;
  }

  void add(String kind, ObjectNode detail) {
    String json = Json.write(detail);
    monitor.run(
        () -> {
          events.addLast(new Event(++last, kind, json));
          if (events.size() > KEPT) {
            events.removeFirst();
          }
        });
  }

  long last() {
    return monitor.read(() -> last);
  }

  /** Whether all events after {@code number} are still here. */
  boolean reachesBackTo(long number) {
    return monitor.read(
        () -> number <= last && (number == last || events.getFirst().number() <= number + 1));
  }

  /** Waits for events after {@code number}; empty when the time is over. */
  List<Event> after(long number, Duration atMost) {
    List<Event> found = monitor.await(atMost, () -> newer(number));
    return found == null ? List.of() : found;
  }

  private @Nullable List<Event> newer(long number) {
    List<Event> found = events.stream().filter(event -> event.number() > number).toList();
    return found.isEmpty() ? null : found;
  }
}
