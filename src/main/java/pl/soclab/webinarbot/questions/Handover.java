package pl.soclab.webinarbot.questions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * A question that a resident hands to the organisers.
 *
 * @param id its number in the database
 * @param thread the number that people see: that of the first question of the talk
 * @param chat where the answer goes; organisers never see it
 * @param language ISO 639-1, of the talk with the resident
 * @param eventId what was talked about; null for no event
 * @param addressee the organiser who is asked once more; null for all of them
 * @param state where it stands
 * @param question its text; null before it is written and after it was erased
 * @param since when it was begun; once it is handed over, when that was
 */
public record Handover(
    long id,
    long thread,
    ChatId chat,
    String language,
    @Nullable String eventId,
    @Nullable ChatId addressee,
    State state,
    @Nullable String question,
    Instant since) {

  /** Where a question stands. The names stand in the database. */
  public enum State {
    /** The next message of the chat is its text. */
    AWAITED,
    /** The resident sees what would be passed on. */
    SHOWN,
    /** The organisers have it. */
    OPEN,
    /** An answer has left. */
    ANSWERED,
    /** The resident wants no answer any more, or cannot be reached. */
    CANCELLED;

    /** Whether nobody but its resident has seen it. */
    public boolean isDraft() {
      return this == AWAITED || this == SHOWN;
    }
  }

  /** Whether a draft still waits at that instant. */
  public boolean isFresh(Instant now) {
    return state.isDraft() && !now.isAfter(since.plus(Handovers.DRAFT));
  }
}
