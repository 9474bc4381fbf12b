package pl.soclab.webinarbot.reminders;

/**
 * How many sends have an outcome that is not written down yet. They are what a crash repeats, so
 * new ones wait until the database keeps up.
 */
final class Backlog {
  private static final int MOST = 4;

  private int open;

  /** Waits until few are open; returns at once when the thread is interrupted. */
  synchronized void awaitFew() {
    try {
      while (open >= MOST) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An outcome came. */
  synchronized void begin() {
    open++;
  }

  /** It is written down, or given up. */
  synchronized void end() {
    open--;
    notifyAll();
  }
}
