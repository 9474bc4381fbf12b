package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions of one meaning that the files do not answer.
 *
 * @param id its number in the database
 * @param eventId the event that was meant; null for none
 * @param topic the id of the topic that was recognised; null for none
 * @param samples how it was asked, masked, what was asked most first; 1 to 5
 * @param asked how often it was asked
 * @param waiting how many chats want to hear of the answer
 * @param first when it was asked first
 * @param last when it was asked last
 * @param answer what an organiser wrote; null while it has no answer
 * @param answeredAt null likewise
 */
public record OpenQuestion(
    long id,
    @Nullable String eventId,
    @Nullable String topic,
    State state,
    List<String> samples,
    long asked,
    long waiting,
    Instant first,
    Instant last,
    @Nullable String answer,
    @Nullable Instant answeredAt) {

  /** Where a question stands. The names stand in the database. */
  public enum State {
    /** It waits for an answer. */
    OPEN,
    /** An organiser passed it over; it comes back when it is asked five more times. */
    DISMISSED,
    /** It has an answer, and those who wait are not told yet. */
    ANSWERED,
    /** All is done. What is asked again without an answer is a new question. */
    TOLD;

    /** Whether an organiser may answer it. */
    public boolean isOpen() {
      return this == OPEN || this == DISMISSED;
    }
  }

  public OpenQuestion {
    samples = List.copyOf(samples);
  }

  /** The way it was asked most. */
  public String typical() {
    return samples.getFirst();
  }
}
