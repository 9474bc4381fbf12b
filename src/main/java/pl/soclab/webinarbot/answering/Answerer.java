package pl.soclab.webinarbot.answering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Knowledge;

/**
 * Answers questions from one snapshot of the knowledge. Immutable and safe for use by many threads;
 * a new snapshot gets a new answerer.
 */
public final class Answerer {
  private final Knowledge knowledge;

  private Answerer(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Builds the index over a snapshot; takes some tens of milliseconds for a small folder. */
  public static Answerer of(Knowledge knowledge) {
    return new Answerer(knowledge);
  }

  /** The snapshot that the answers come from. */
  public Knowledge knowledge() {
    return knowledge;
  }

  /** Answers a typed question. */
  public Answer answer(Question question, Instant now) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * Answers a command or a button: {@code topic} as if it had been asked for in plain words.
   *
   * @param topicId one of the ids in {@code topics.yaml}; an unknown one is answered with a
   *     clarification, because buttons of older versions stay in chats for ever
   * @param eventId the event that is meant; null lets the answerer choose. An unknown one is as
   *     null
   */
  public Answer answerTopic(String topicId, @Nullable String eventId, Instant now) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * The event that is meant where nothing is said: the one under way or next to come, else the
   * last; null without events.
   */
  public @Nullable String defaultEventId(Instant now) {
    throw new UnsupportedOperationException("not built yet");
  }
}
