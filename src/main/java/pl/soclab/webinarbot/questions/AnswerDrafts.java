package pl.soclab.webinarbot.questions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Answers between their preview and their publication. A draft never changes, so no button in an
 * old message publishes anything but what stands above it. As durable and as safe for many threads
 * as {@link OpenQuestions}.
 */
public interface AnswerDrafts {
  /** A draft that nobody published for so long is forgotten. */
  Duration KEPT = Duration.ofDays(30);

  /**
   * An answer that is not published yet.
   *
   * @param author the organiser's chat
   * @param phrasings which ways of asking it answers, as its author saw them; at least one
   */
  record Draft(
      long id,
      long questionId,
      ChatId author,
      List<String> phrasings,
      String text,
      Instant writtenAt) {
    public Draft {
      phrasings = List.copyOf(phrasings);
    }
  }

  /** Stores a draft in the place of its author's former ones of that question. */
  Draft write(
      long questionId, ChatId author, List<String> phrasings, String text, Instant writtenAt);

  /** The draft with that number; null where there is none. */
  @Nullable Draft find(long id);

  /** The author's newest; null where there is none. */
  @Nullable Draft newest(ChatId author);

  /** Throws a draft away; returns whether there was one. */
  boolean discard(long id);
}
