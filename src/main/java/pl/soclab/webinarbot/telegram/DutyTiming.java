package pl.soclab.webinarbot.telegram;

import java.time.Duration;

/**
 * How instances take turns. A dead one is replaced after a lease and a look.
 *
 * @param lease how long a duty lasts without being renewed
 * @param beat how often it is renewed
 * @param look how often the others look whether it is free
 */
record DutyTiming(Duration lease, Duration beat, Duration look) {
  /** Four beats may be missed, as with the reminders (decision 008). */
  static DutyTiming standard() {
    return new DutyTiming(Duration.ofSeconds(8), Duration.ofSeconds(2), Duration.ofSeconds(1));
  }

  /** How long the holder believes in its duty: shorter than the lease, so that it ends first. */
  Duration trusted() {
    return lease.multipliedBy(7).dividedBy(8);
  }
}
