package pl.soclab.webinarbot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Keeps the sends below Telegram's limits: 30 messages a second in all, one a second to a chat, 20
 * a minute to a group (Bot API FAQ, "My bot is hitting limits"). A chat that has to wait makes no
 * other wait, and broadcasts wait until no reply does. After a 429 nothing leaves until Telegram's
 * delay is over.
 */
final class Pacer {
  /** A longer wait is handed back to the caller instead of being sat out here. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TimeMeter time;
  private final Rest rest;
  private final Bucket all;
  private final Cache<ChatId, Bucket> chats =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(5)).build();
  private final AtomicLong heldUntil;
  private final ReentrantLock lane = new ReentrantLock(true);

  /**
   * A pacer that has sent nothing yet.
   *
   * @param perSecond how many messages in all; Telegram's limit leaves a fifth more for a moment
   */
  Pacer(TimeMeter time, Rest rest, int perSecond) {
    this.time = time;
    this.rest = rest;
    heldUntil = new AtomicLong(time.currentTimeNanos());
    // 5 at once and 25 more within the second make 30.
    all =
        Bucket.builder()
            .withCustomTimePrecision(time)
            .addLimit(
                limit -> limit.capacity(Math.max(1, perSecond / 5)).refillGreedy(perSecond, SECOND))
            .build();
  }

  /**
   * Waits until a reply may leave to that chat.
   *
   * @return zero when it may; otherwise nothing may leave for so long, or the bot stops
   */
  Duration await(ChatId chat) {
    return await(chat, () -> pause(debt(all)));
  }

  /** Likewise for a message that nobody waits for: it leaves when no reply has to wait. */
  Duration awaitQuiet(ChatId chat) {
    return await(chat, this::pauseUntilQuiet);
  }

  private Duration await(ChatId chat, BooleanSupplier turn) {
    if (held().compareTo(PATIENCE) > 0) {
      return held();
    }
    if (!pause(debt(chats.get(chat, this::bucket))) || !turn.getAsBoolean()) {
      return SECOND;
    }
    // Telegram may have asked for silence in the meantime.
    Duration held = held();
    return held.compareTo(PATIENCE) > 0 || pause(held) ? held() : SECOND;
  }

  /**
   * One by one, and without going into debt: what a broadcast took in advance, a reply would have
   * to wait for.
   */
  private boolean pauseUntilQuiet() {
    lane.lock();
    try {
      while (true) {
        ConsumptionProbe probe = all.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
          return true;
        }
        if (!rest.rest(Duration.ofNanos(probe.getNanosToWaitForRefill()))) {
          return false;
        }
      }
    } finally {
      lane.unlock();
    }
  }

  /** Lets nothing leave for so long. */
  void hold(Duration delay) {
    long until = time.currentTimeNanos() + delay.toNanos();
    heldUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
  }

  private Duration held() {
    return Duration.ofNanos(Math.max(0, heldUntil.get() - time.currentTimeNanos()));
  }

  private boolean pause(Duration duration) {
    return duration.isZero() || rest.rest(duration);
  }

  private static Duration debt(Bucket bucket) {
    return Duration.ofNanos(bucket.consumeIgnoringRateLimits(1));
  }

  private Bucket bucket(ChatId chat) {
    var bucket = Bucket.builder().withCustomTimePrecision(time);
    boolean group = chat.value() < 0;
    if (group) {
      // 5 at once and 15 more within the minute make 20.
      bucket.addLimit(limit -> limit.capacity(5).refillGreedy(15, MINUTE));
    }
    return bucket.addLimit(limit -> limit.capacity(3).refillGreedy(1, SECOND)).build();
  }
}
