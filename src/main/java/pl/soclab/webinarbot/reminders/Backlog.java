package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The sends whose end is not in the database. They are what a crash repeats, so they are kept few:
 * a new one waits while several have just left or wait to be written down. One that Telegram lets
 * wait for long holds up no other.
 */
final class Backlog {
  private static final int MOST_UNWRITTEN = 4;

  /**
   * Eight in a quarter of a second are 32 a second, more than Telegram takes, however slow it is.
   */
  private static final int MOST_YOUNG = 8;

  private static final Duration YOUNG = Duration.ofMillis(250);
  private static final Duration GLANCE = Duration.ofMillis(10);

  private final Map<Object, Long> begun = new IdentityHashMap<>();
  private int unwritten;

  /** Waits for its turn; returns at once when the thread is interrupted. */
  synchronized void begin(Object send) {
    try {
      while (unwritten >= MOST_UNWRITTEN || young() >= MOST_YOUNG) {
        wait(GLANCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    begun.put(send, System.nanoTime());
  }

  private long young() {
    long now = System.nanoTime();
    return begun.values().stream().filter(start -> now - start < YOUNG.toNanos()).count();
  }

  /** An outcome came, or the message was withdrawn. */
  synchronized void answered(Object send) {
    begun.remove(send);
    unwritten++;
  }

  /** It is written down, or given up. */
  synchronized void written() {
    unwritten--;
    notifyAll();
  }
}
