package pl.soclab.webinarbot.telegram;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.telegram.TelegramStatus.State;

/**
 * Whether this instance is the one that talks with Telegram; {@code
 * docs/decisions/014-several-instances.md} says why it is one at a time. A thread of its own keeps
 * the place, so that nothing else that waits can lose it.
 */
final class Duty implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Duty.class);

  private static final long SECOND = 1_000_000_000;

  private final Roster roster;
  private final boolean alone;
  private final DutyTiming timing;
  private final StopSignal stop = new StopSignal();
  private final ReentrantLock asking = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Standing standing = Standing.UNKNOWN;
  private volatile long renewed;

  /**
   * A duty that nobody has yet.
   *
   * @param alone whether no other instance can be alive: then the duty is taken once, whoever had
   *     it, and costs nothing any more
   */
  Duty(Roster roster, boolean alone, DutyTiming timing) {
    this.roster = roster;
    this.alone = alone;
    this.timing = timing;
  }

  void start(DutyWatcher watcher) {
    Thread.ofPlatform().daemon().name("telegram-duty").start(() -> run(watcher));
  }

  Standing standing() {
    if (stop.isRaised()) {
      return Standing.UNKNOWN;
    }
    boolean stale = System.nanoTime() - renewed > timing.trusted().toNanos();
    return standing == Standing.ON_DUTY && !alone && stale ? Standing.UNKNOWN : standing;
  }

  boolean isHeld() {
    return standing() == Standing.ON_DUTY;
  }

  /**
   * Waits until this instance is on duty, but no longer than one look.
   *
   * @param told hears what is in the way where it is not, in words for the operator
   */
  void standBy(BiConsumer<State, String> told) {
    await();
    if (stop.isRaised()) {
      return;
    }
    switch (standing()) {
      case STANDING_BY -> told.accept(State.STANDBY, "Another instance is on duty");
      case UNKNOWN -> told.accept(State.CANNOT_STORE, "The database does not tell who is on duty");
      case ON_DUTY -> {}
    }
  }

  private void await() {
    long left = timing.look().toNanos();
    lock.lock();
    try {
      while (!isHeld() && !stop.isRaised() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Rests, but no longer than this instance is on duty; wakes within a second of its end. */
  void rest(Duration pause, Rest rest) {
    long end = System.nanoTime() + pause.toNanos();
    boolean goesOn = true;
    while (goesOn && isHeld() && end - System.nanoTime() > 0) {
      goesOn = rest.rest(Duration.ofNanos(Math.min(end - System.nanoTime(), SECOND)));
    }
  }

  private void run(DutyWatcher watcher) {
    boolean told = false;
    while (!stop.isRaised()) {
      // A duty that was not trusted for a while begins anew: what waited meanwhile is to be taken
      // up.
      boolean heldOn = told && isHeld();
      ask();
      if (stop.isRaised()) {
        return;
      }
      boolean holds = isHeld();
      if (holds ? !heldOn : told) {
        tell(watcher, holds);
      }
      told = holds;
      if (alone && holds) {
        return;
      }
      boolean _ = stop.rest(holds ? timing.beat() : timing.look());
    }
  }

  private void ask() {
    // Measured from before the question: the lease runs from when the database wrote it.
    long asked = System.nanoTime();
    asking.lock();
    try {
      if (stop.isRaised()) {
        return;
      }
      boolean taken = take();
      renewed = taken ? asked : renewed;
      standing = taken ? Standing.ON_DUTY : Standing.STANDING_BY;
      if (stop.isRaised()) {
        // Whoever closes may have given up waiting for this answer.
        roster.giveBack();
      }
    } catch (RuntimeException e) {
      LOG.warn("The database does not tell which instance is on duty, trying again", e);
      // A duty lasts for as long as it is trusted, through a short outage.
      if (!isHeld()) {
        standing = Standing.UNKNOWN;
      }
    } finally {
      asking.unlock();
    }
  }

  private boolean take() {
    if (alone) {
      roster.seize();
      return true;
    }
    return roster.take();
  }

  private void tell(DutyWatcher watcher, boolean held) {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (held) {
        LOG.info("This instance is on duty");
        watcher.taken();
      } else {
        LOG.warn("This instance is no longer on duty");
        watcher.lost();
      }
    } catch (RuntimeException e) {
      LOG.error("A change of duty was not followed; the next look tries again", e);
    }
  }

  /** Gives the duty back; to be called when nothing of it runs any more. */
  @Override
  public void close() {
    stop.raise();
    boolean mine = false;
    try {
      // A database that does not answer holds up the thread: then the lease runs out by itself.
      mine = asking.tryLock(timing.beat().multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
      if (mine && standing == Standing.ON_DUTY) {
        roster.giveBack();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("The duty was not given back; it ends in {} s", timing.lease().toSeconds(), e);
    } finally {
      standing = Standing.UNKNOWN;
      if (mine) {
        asking.unlock();
      }
    }
  }
}
