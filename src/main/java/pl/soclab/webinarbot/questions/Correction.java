package pl.soclab.webinarbot.questions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * A change of facts that residents were told, and what the organisers decided.
 *
 * @param former the facts that changed, as they were, in the spelling of {@link FactMemory}
 * @param changedAt whoever was told later knows the new ones
 * @param decidedBy the organiser; null while nobody has decided
 */
public record Correction(
    long id,
    String eventId,
    String former,
    Instant changedAt,
    State state,
    @Nullable ChatId decidedBy) {

  /** What was decided. The names stand in the database. */
  public enum State {
    PROPOSED,
    /** Those who know the former facts are told. */
    ACCEPTED,
    REFUSED
  }
}
