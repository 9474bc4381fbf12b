package pl.soclab.webinarbot.telegram;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread does, but not for ever. */
final class Eventually {
  static final Duration SOON = Duration.ofSeconds(10);

  private Eventually() {}

  /** Tries an assertion until it holds. */
  static void eventually(Runnable assertion) {
    long end = System.nanoTime() + SOON.toNanos();
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() - end > 0) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
    }
  }
}
