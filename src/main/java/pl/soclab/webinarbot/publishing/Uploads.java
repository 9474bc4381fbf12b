package pl.soclab.webinarbot.publishing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * What organisers sent and have not published yet. What was stored when a method returned outlives
 * the process; each method throws an unchecked exception when the store cannot be reached. Safe for
 * use by many threads.
 */
public interface Uploads {
  /** So long is kept what nobody publishes. */
  Duration KEPT = Duration.ofDays(7);

  /** What became of it. */
  enum State {
    WAITING,
    PUBLISHED,
    DISCARDED
  }

  /**
   * What an organiser sent.
   *
   * @param name as its sender called it; shown and compared, never a path
   * @param ending of a new file that would hold it
   * @param content null where the file is to be removed
   * @param target where it is to go; null while that is not chosen
   * @param notice what those who subscribed may be told; null for nothing
   * @param eventId of what event; null for none
   */
  record Upload(
      long id,
      ChatId chat,
      String name,
      String ending,
      @Nullable String content,
      @Nullable String target,
      @Nullable String notice,
      @Nullable String eventId,
      State state,
      Instant at) {}

  /** Keeps one, and forgets those that are older than {@link #KEPT}. */
  Upload create(
      ChatId chat,
      String name,
      String ending,
      @Nullable String content,
      @Nullable String target,
      Instant at);

  /** One that is not forgotten; null for any other. */
  @Nullable Upload find(long id, Instant now);

  /** Chooses where it is to go; returns whether it still waits. */
  boolean aim(long id, String target);

  /** Keeps what those who subscribed may be told, before the file is written: a turn may break. */
  void propose(long id, @Nullable String notice, @Nullable String eventId);

  /** It is published; returns whether it still waited. */
  boolean published(long id);

  /** It is not to be published; returns whether it waited. */
  boolean discard(long id);
}
