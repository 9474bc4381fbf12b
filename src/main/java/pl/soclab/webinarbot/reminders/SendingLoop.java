package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One run of reminding and sending, from what is due now until nothing is left to do. The files and
 * the clock are looked at every second in between, so that a cancellation stops a broadcast that is
 * running.
 */
public final class SendingLoop {
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final Duration LAST_SENDS = Duration.ofSeconds(20);

  private final Reminders reminders;
  private final Sender sender;
  private final List<Consumer<Instant>> watchers;
  private final InstantSource clock;

  /**
   * Wires the loop.
   *
   * @param watchers told the time after each look, to show how far the sending has come
   */
  public SendingLoop(
      Reminders reminders, Sender sender, List<Consumer<Instant>> watchers, InstantSource clock) {
    this.reminders = reminders;
    this.sender = sender;
    this.watchers = List.copyOf(watchers);
    this.clock = clock;
  }

  /** Runs once; called again and again, by one thread in one instance at a time. */
  public void run() {
    sender.takeOver();
    boolean more = true;
    while (more) {
      Set<Long> resting = reminders.tick();
      more = sender.work(resting, SLICE);
      watchers.forEach(watcher -> watcher.accept(clock.instant()));
    }
    sender.drain(LAST_SENDS);
  }
}
