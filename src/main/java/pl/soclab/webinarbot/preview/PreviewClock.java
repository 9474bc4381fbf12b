package pl.soclab.webinarbot.preview;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The preview's time: starts at a chosen instant, runs on as real time does, and can be moved
 * forward and back. Safe for use by several threads.
 */
public final class PreviewClock implements InstantSource {
  private final InstantSource real;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Duration ahead;

  /** A clock that says {@code start} now and runs on. */
  public PreviewClock(Instant start) {
    this(start, InstantSource.system());
  }

  PreviewClock(Instant start, InstantSource real) {
    this.real = real;
    this.ahead = Duration.between(real.instant(), start);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead);
  }

  /** Sets the clock; it runs on from there. Those who asked by {@link #onMove} are told. */
  public void moveTo(Instant instant) {
    moveBy(Duration.between(instant(), instant));
  }

  /** Moves the clock, back where {@code by} is negative. */
  public void moveBy(Duration by) {
    synchronized (listeners) {
      ahead = ahead.plus(by);
    }
    listeners.forEach(Runnable::run);
  }

  /**
   * Asks to be told after each move. The listener runs on the thread of whoever moved the clock, so
   * it should be quick.
   */
  public void onMove(Runnable listener) {
    listeners.add(listener);
  }
}
