package pl.soclab.webinarbot.questions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * What an organiser replied to a question that was handed over.
 *
 * @param handover the number of the question
 * @param author the organiser's chat
 * @param writtenAt when, as Telegram says; with author and question it makes the answer unique
 * @param reply the text; null once it was erased
 */
public record HandoverAnswer(
    long id, long handover, ChatId author, Instant writtenAt, State state, @Nullable String reply) {

  /** Where an answer stands. The names stand in the database. */
  public enum State {
    /** The organiser is asked whether it is to go, as somebody else answered before. */
    PROPOSED,
    /** It leaves, or is about to. */
    SCHEDULED,
    /** It arrived, as far as Telegram says. */
    DELIVERED,
    /** It did not. */
    FAILED,
    /** The organiser or the resident did not want it to leave. */
    WITHDRAWN
  }

  /** How a send ended. */
  public enum Outcome {
    DELIVERED,
    /** Telegram did not take it; another try may do. */
    NOT_DELIVERED,
    /** The resident blocked the bot: no answer will arrive. */
    UNREACHABLE
  }
}
