package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Sends what runs: takes deliveries in small numbers, sends them side by side, writes down how each
 * ended. What is urgent goes first; a delivery that has to wait holds up no other.
 *
 * <p>{@link #work} is called by one thread at a time, and in one instance of the program at a time.
 */
public final class Sender implements AutoCloseable {
  /** Enough for 25 a second even where one in twenty takes half a minute. */
  private static final int AT_ONCE = 64;

  /** What is claimed and not on its way is little, since a resident may say stop meanwhile. */
  private static final int CLAIMED_AT_ONCE = 16;

  /** Some tenths of a second; a portion and a claim take the same row of the database. */
  private static final int RECIPIENTS_AT_ONCE = 1_000;

  private static final Duration STORE_PAUSE = Duration.ofSeconds(1);
  private static final Duration GLANCE = Duration.ofMillis(50);

  private static final Set<Broadcast.State> RUNNING = Set.of(Broadcast.State.RUNNING);

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private record Claimed(Broadcast broadcast, Delivery delivery) {}

  private final Broadcasts broadcasts;
  private final Dispatch dispatch;
  private final InstantSource clock;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Deque<Claimed> claimed = new ArrayDeque<>();
  private final Map<Long, ChatId> places = new HashMap<>();
  private final Map<Long, AtomicInteger> onTheWay = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Wires the sender; nothing leaves before {@link #work}.
   *
   * @param dispatch sends a single delivery
   */
  public Sender(Broadcasts broadcasts, Dispatch dispatch, InstantSource clock) {
    this.broadcasts = broadcasts;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /** Takes over what a sender that died had begun; no other instance may be sending. */
  public void takeOver() {
    putBack();
    if (isOnTheWay()) {
      // They are this sender's own, and end by themselves.
      return;
    }
    int left = broadcasts.reclaim();
    if (left > 0) {
      LOG.warn("{} messages were on their way when the sender stopped; they may come twice", left);
    }
  }

  /**
   * Sends what may leave now, for so long at most. Sends that are still on their way then go on.
   *
   * @param resting the numbers of broadcasts that are left alone
   * @param most how long to go on with new ones, on the machine's own clock
   * @return whether there is more to do at once
   */
  public boolean work(Set<Long> resting, Duration most) {
    if (claimed.stream().anyMatch(next -> resting.contains(next.broadcast().id()))) {
      putBack();
    }
    long end = System.nanoTime() + most.toNanos();
    while (!closed.get() && System.nanoTime() - end < 0) {
      if (claimed.isEmpty() && (isHeld() || !claim(resting))) {
        if (!isOnTheWay()) {
          return false;
        }
        drain(GLANCE);
      } else if (acquire(end)) {
        start(claimed.removeFirst());
      }
    }
    if (closed.get()) {
      putBack();
    }
    return !closed.get();
  }

  /** Waits until nothing is on its way; false when it took too long. */
  public boolean drain(Duration most) {
    try {
      boolean empty = free.tryAcquire(AT_ONCE, most.toMillis(), TimeUnit.MILLISECONDS);
      if (empty) {
        free.release(AT_ONCE);
      }
      return empty;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Nothing new leaves from now on. */
  @Override
  public void close() {
    closed.set(true);
  }

  private boolean isHeld() {
    Instant until = broadcasts.heldUntil();
    return until != null && until.isAfter(clock.instant());
  }

  private boolean isOnTheWay() {
    return free.availablePermits() < AT_ONCE;
  }

  /** Claims the next deliveries of the most urgent broadcast that has any; false for none. */
  private boolean claim(Set<Long> resting) {
    for (Broadcast broadcast : broadcasts.in(RUNNING)) {
      if (!resting.contains(broadcast.id()) && claim(broadcast)) {
        return true;
      }
    }
    return false;
  }

  private boolean claim(Broadcast broadcast) {
    long id = broadcast.id();
    boolean filled = broadcasts.fill(id, RECIPIENTS_AT_ONCE);
    List<Delivery> next = claimBehind(id, places.get(id));
    if (next.isEmpty() && places.remove(id) != null) {
      next = claimBehind(id, null);
    }
    if (next.isEmpty()) {
      endIfDone(broadcast, filled);
      return false;
    }
    places.put(id, next.getLast().chat());
    next.forEach(delivery -> claimed.add(new Claimed(broadcast, delivery)));
    return true;
  }

  private List<Delivery> claimBehind(long id, @Nullable ChatId place) {
    return broadcasts.claim(id, place, clock.instant(), CLAIMED_AT_ONCE);
  }

  private void endIfDone(Broadcast broadcast, boolean filled) {
    long id = broadcast.id();
    AtomicInteger running = onTheWay.get(id);
    boolean idle = running == null || running.get() == 0;
    if (filled && idle && !broadcasts.isOpen(id)) {
      broadcasts.change(id, RUNNING, Broadcast.State.DONE, clock.instant());
      onTheWay.remove(id);
    }
  }

  private void putBack() {
    while (!claimed.isEmpty()) {
      Claimed back = claimed.removeFirst();
      broadcasts.again(
          back.broadcast().id(), back.delivery().chat(), clock.instant(), false, false);
    }
    // What was put back stands before the place that was reached.
    places.clear();
  }

  private boolean acquire(long end) {
    try {
      long left = Math.max(1, end - System.nanoTime());
      return free.tryAcquire(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.set(true);
      return false;
    }
  }

  private void start(Claimed next) {
    AtomicInteger running =
        onTheWay.computeIfAbsent(next.broadcast().id(), id -> new AtomicInteger());
    running.incrementAndGet();
    Thread.ofVirtual()
        .name("delivery")
        .start(
            () -> {
              try {
                dispatch.send(next.broadcast(), next.delivery(), this::insist);
              } finally {
                running.decrementAndGet();
                free.release();
              }
            });
  }

  /** A message that was sent and not written down would be sent again. */
  private void insist(Runnable step) {
    while (true) {
      try {
        step.run();
        return;
      } catch (RuntimeException e) {
        LOG.error("How a delivery ended cannot be stored, trying again", e);
        if (closed.get() || !pause(STORE_PAUSE)) {
          return;
        }
      }
    }
  }

  private static boolean pause(Duration duration) {
    try {
      Thread.sleep(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
