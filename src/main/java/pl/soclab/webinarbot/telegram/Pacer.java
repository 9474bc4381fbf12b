package pl.soclab.webinarbot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Keeps the sends below Telegram's limits: 30 messages a second in all, one a second to a chat, 20
 * a minute to a group (Bot API FAQ, "My bot is hitting limits"). A chat that has to wait makes no
 * other wait. After a 429 nothing leaves until Telegram's delay is over.
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

  Pacer(TimeMeter time, Rest rest) {
    this.time = time;
    this.rest = rest;
    heldUntil = new AtomicLong(time.currentTimeNanos());
    // 5 at once and 25 more within the second make 30.
    all =
        Bucket.builder()
            .withCustomTimePrecision(time)
            .addLimit(limit -> limit.capacity(5).refillGreedy(25, SECOND))
            .build();
  }

  /**
   * Waits until a message may leave to that chat.
   *
   * @return zero when it may; otherwise nothing may leave for so long, or the bot stops
   */
  Duration await(ChatId chat) {
    if (held().compareTo(PATIENCE) > 0) {
      return held();
    }
    if (!pause(debt(chats.get(chat, this::bucket))) || !pause(debt(all))) {
      return SECOND;
    }
    // Telegram may have asked for silence in the meantime.
    Duration held = held();
    return held.compareTo(PATIENCE) > 0 || pause(held) ? held() : SECOND;
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
