package pl.soclab.webinarbot.telegram;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.messaging.SendOutcome;

/**
 * Tells that Telegram as a whole is out of reach from a message that cannot be sent. A message has
 * only so many tries, and an hour without Telegram would use up everybody's: while nothing leaves,
 * nothing is tried but a question that costs nobody anything.
 */
final class Outage {
  /** Failures in a row, of whatever chats, that are worth a question. */
  static final int SUSPECT = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

  /** Asks whether Telegram answers at all. */
  @FunctionalInterface
  interface Probe {
    boolean answers();
  }

  private final Probe probe;
  private final TimeMeter time;
  private final Duration pause;
  private final AtomicInteger failures = new AtomicInteger();
  private final ReentrantLock asking = new ReentrantLock();
  private volatile boolean out;
  private volatile long askedAt;

  /**
   * Nothing is wrong yet.
   *
   * @param pause between two questions, and what a sender is asked to wait
   */
  Outage(Probe probe, TimeMeter time, Duration pause) {
    this.probe = probe;
    this.time = time;
    this.pause = pause;
  }

  /** How long to wait before anything is sent; zero where Telegram is there, as far as is known. */
  Duration untilNextTry() {
    if (failures.get() < SUSPECT) {
      return Duration.ZERO;
    }
    // On a mere suspicion the answer is worth waiting for: most are wrong, and it comes at once.
    if (!out) {
      asking.lock();
    } else if (!asking.tryLock()) {
      return pause;
    }
    try {
      return failures.get() < SUSPECT || answers() ? Duration.ZERO : pause;
    } finally {
      asking.unlock();
    }
  }

  private boolean answers() {
    if (out && time.currentTimeNanos() - askedAt < pause.toNanos()) {
      return false;
    }
    boolean answers = probe.answers();
    askedAt = time.currentTimeNanos();
    if (answers) {
      isThere();
    } else if (!out) {
      out = true;
      LOG.warn("Telegram takes nothing; all messages wait until it answers");
    }
    return answers;
  }

  private void isThere() {
    failures.set(0);
    if (out) {
      out = false;
      LOG.info("Telegram answers again; what waited is sent");
    }
  }

  /** Notes how a send ended. */
  void ended(SendOutcome outcome) {
    switch (outcome) {
      case SendOutcome.NotSent ignored -> failures.incrementAndGet();
      // It is tried only once more, so that is not to be wasted on an outage.
      case SendOutcome.Unknown ignored -> failures.addAndGet(SUSPECT);
      case SendOutcome.Sent ignored -> isThere();
      case SendOutcome.RetryAfter ignored -> isThere();
      case SendOutcome.Blocked ignored -> isThere();
      case SendOutcome.Rejected ignored -> isThere();
    }
  }
}
