package pl.soclab.webinarbot.preview;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one lock over everything that the stand-in remembers, and the bell that rings at each change.
 * One lock is enough: a preview serves a handful of residents, a test a few hundred.
 */
final class Monitor {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;

  /** Runs under the lock and wakes everyone who waits. */
  <T extends @Nullable Object> T change(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /** As {@link #change}, for actions without a result. */
  void run(Runnable action) {
    Boolean _ =
        change(
            () -> {
              action.run();
              return true;
            });
  }

  /** Runs under the lock; nothing changes. */
  <T extends @Nullable Object> T read(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks under the lock, again after each change, until there is a value.
   *
   * @return null when the time is over, the stand-in closes or the thread is interrupted
   */
  <T> @Nullable T await(Duration atMost, Supplier<@Nullable T> question) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (true) {
        T answer = question.get();
        if (answer != null || left <= 0 || closed) {
          return answer;
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Lets time pass, but not beyond closing. */
  void pause(Duration time) {
    Object _ = this.<Object>await(time, () -> null);
  }

  void close() {
    run(() -> closed = true);
  }

  boolean closed() {
    return read(() -> closed);
  }
}
