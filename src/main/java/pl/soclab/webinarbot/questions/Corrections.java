package pl.soclab.webinarbot.questions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Corrections that organisers were asked about. Each method throws an unchecked exception when the
 * store cannot be reached.
 */
public interface Corrections {
  /** Stores a correction; gives the one that is there where it was stored before. */
  Correction propose(String eventId, String former, Instant changedAt);

  /** The correction with that number; null where there is none. */
  @Nullable Correction find(long id);

  /**
   * Decides, unless somebody else did so first.
   *
   * @return whether it was this call that decided
   */
  boolean decide(long id, Correction.State state, ChatId by);

  /** Forgets what changed before that instant. */
  void forgetBefore(Instant limit);
}
