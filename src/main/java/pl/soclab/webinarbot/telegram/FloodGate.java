package pl.soclab.webinarbot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.conversation.Flood;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Hears so much of one chat and no more, so that one that floods the bot takes nothing from the
 * others. Whoever writes more is told so once and then not heard for a minute, but for the wish to
 * get no more messages.
 *
 * <p>Time is that of the messages: what piled up while the bot or Telegram was down is no flood.
 */
final class FloodGate {
  private static final Logger LOG = LoggerFactory.getLogger(FloodGate.class);

  /** How long a chat that wrote too much is not heard; {@code too_many} names it. */
  static final Duration SILENCE = Duration.ofMinutes(1);

  /** A fast typist sends a line in three seconds; twenty at once are a pasted list of lines. */
  static final int OF_RESIDENT = 20;

  /** Telegram takes twenty messages a minute to a group, and reminders are among them. */
  static final int OF_GROUP = 12;

  /** On top of a resident's: a folder of files, each with its buttons. */
  static final int OF_ORGANISER = 120;

  /** Some five megabytes; who is forgotten is heard again. */
  private static final int CHATS_AT_MOST = 10_000;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Flood flood;
  private final Cache<ChatId, Heard> chats =
      Caffeine.newBuilder()
          .maximumSize(CHATS_AT_MOST)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();

  FloodGate(Flood flood) {
    this.flood = flood;
  }

  /** The turn as it is to be handled; null for one that is not heard. */
  @Nullable Turn heard(Turn turn) {
    return turn.isAsked() ? chats.get(turn.chat(), chat -> new Heard(turn)).next(turn) : turn;
  }

  /** How many chats are remembered just now, about. */
  long remembered() {
    chats.cleanUp();
    return chats.estimatedSize();
  }

  /** What was heard of one chat. */
  private final class Heard implements TimeMeter {
    private Instant latest;
    private Bucket ordinary;
    private Bucket patient;
    private @Nullable Instant silentUntil;
    private boolean told;
    private boolean stopped;

    Heard(Turn first) {
      latest = first.message().at();
      boolean group = first.message().chatType() == ChatType.GROUP;
      ordinary = bucket(group ? OF_GROUP : OF_RESIDENT);
      patient = bucket(OF_ORGANISER);
    }

    private Bucket bucket(int perMinute) {
      return Bucket.builder()
          .withCustomTimePrecision(this)
          .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
          .build();
    }

    synchronized @Nullable Turn next(Turn turn) {
      passTo(turn.message().at());
      if (silentUntil == null) {
        if (ordinary.tryConsume(1) || (isPatient(turn) && patient.tryConsume(1))) {
          return turn;
        }
        silentUntil = latest.plus(SILENCE);
      }
      // A second stop in the same silence would change nothing: nothing can have been switched on.
      if (!stopped && endsMessages(turn)) {
        stopped = true;
        return turn;
      }
      if (told) {
        return null;
      }
      told = true;
      return turn.notHeard();
    }

    private boolean endsMessages(Turn turn) {
      try {
        return flood.endsMessages(turn.message());
      } catch (RuntimeException e) {
        // A text that breaks the search would otherwise come here again and again.
        LOG.error("Update {} could not be looked at for an end of messages", turn.updateId(), e);
        return false;
      }
    }

    private boolean isPatient(Turn turn) {
      return turn.message().chatType() == ChatType.PRIVATE && flood.isPatientWith(turn.chat());
    }

    private void passTo(Instant at) {
      boolean setBack = at.isBefore(latest.minus(MINUTE));
      boolean over = silentUntil != null && !at.isBefore(silentUntil);
      if (setBack || over) {
        silentUntil = null;
        told = false;
        stopped = false;
        ordinary.reset();
        patient.reset();
      }
      // A press has the time of its arrival, so a message after it may seem to be older.
      latest = setBack || at.isAfter(latest) ? at : latest;
    }

    @Override
    public long currentTimeNanos() {
      return TimeUnit.SECONDS.toNanos(latest.getEpochSecond()) + latest.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
