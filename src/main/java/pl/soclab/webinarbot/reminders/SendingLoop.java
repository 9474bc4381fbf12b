package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Reminding and sending, as one thread does it. While a broadcast runs, the files and the clock are
 * looked at every second, so that a cancellation stops it; otherwise twice a second.
 */
public final class SendingLoop implements AutoCloseable {
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMillis(500);
  private static final Duration LAST_SENDS = Duration.ofSeconds(5);

  private final Reminders reminders;
  private final Sender sender;
  private final List<Consumer<Instant>> watchers;
  private final Pause pause;
  private final InstantSource clock;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Wires the loop.
   *
   * @param watchers told the time after each look, to show how far the sending has come
   * @param pause in which it is as if the program did not run, but for what organisers are told
   */
  public SendingLoop(
      Reminders reminders,
      Sender sender,
      List<Consumer<Instant>> watchers,
      Pause pause,
      InstantSource clock) {
    this.reminders = reminders;
    this.sender = sender;
    this.watchers = List.copyOf(watchers);
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * Does what is due, and goes on until {@code most} is over, the loop is closed or another
   * instance may have taken over. One thread in one instance at a time.
   *
   * @param most on the machine's own clock; zero for once
   * @param isMine asked every second: false when this instance may be taken for dead
   */
  public void run(Duration most, BooleanSupplier isMine) {
    long end = System.nanoTime() + most.toNanos();
    sender.takeOver();
    boolean goOn = true;
    while (goOn) {
      boolean more = look();
      boolean mine = isMine.getAsBoolean() && closed.getCount() > 0;
      goOn = mine && (more || (System.nanoTime() - end < 0 && rest()));
    }
    sender.drain(LAST_SENDS);
  }

  /** Returns whether there is more to do at once. */
  private boolean look() {
    Set<Long> resting = pause.isOn() ? reminders.tickPaused() : reminders.tick();
    boolean more = sender.work(resting, SLICE);
    watchers.forEach(watcher -> watcher.accept(clock.instant()));
    return more;
  }

  private boolean rest() {
    try {
      return !closed.await(REST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Nothing new is begun from now on; {@link #run} returns soon. */
  @Override
  public void close() {
    closed.countDown();
    sender.close();
  }
}
