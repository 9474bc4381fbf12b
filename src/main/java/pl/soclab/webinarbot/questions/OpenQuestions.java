package pl.soclab.webinarbot.questions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions that got no answer, grouped by meaning, without who asked. What was stored when a
 * method returned outlives the process; each method throws an unchecked exception when the store
 * cannot be reached. Safe for use by many threads and by several instances over one database.
 */
public interface OpenQuestions {
  /** What nobody asked for so long is forgotten. */
  Duration KEPT = Duration.ofDays(90);

  /** So many further questions bring a dismissed one back. */
  int COMES_BACK_AFTER = 5;

  /**
   * So many are kept of one event; then what was asked once, longest ago, gives way. A note is
   * compared with all of them, which takes some 20 ms.
   */
  int MOST_OF_EVENT = 1_000;

  /**
   * Notes a question. A turn that broke off comes again and is counted again: to know it, one would
   * have to keep who asked.
   *
   * @return the number of the question that it belongs to
   */
  long note(Unanswered question, Instant at);

  /**
   * Takes a note back: what was noted was only a piece of a question. A question that nobody else
   * asked and nobody waits for is gone; of any other the number of times is one less. One that has
   * an answer by now stays as it is.
   *
   * @param id what {@link #note} returned for it
   * @param question what was noted
   */
  void takeBack(long id, Unanswered question);

  /** The question with that number; null where there is none. */
  @Nullable OpenQuestion find(long id);

  /** How many wait for an answer. */
  long count();

  /**
   * Those that wait for an answer, what was asked most first, then what was asked last.
   *
   * @param offset how many to leave out
   */
  List<OpenQuestion> open(int limit, int offset);

  /**
   * Passes it over until it was asked {@link #COMES_BACK_AFTER} more times; true where it was open.
   */
  boolean dismiss(long id);

  /** It has an answer from now on; true where it had none. From then on nobody waits for it. */
  boolean answer(long id, String answer, Instant at);

  /** Those with an answer that nobody was told yet, what was answered first. */
  List<OpenQuestion> untold(int limit);

  /** Whoever waited is being told; who it was is forgotten. */
  void told(long id);

  /** An answer that nobody was told was taken back: the question waits again. */
  void reopen(long id);

  /** Forgets what is too old, the drafts and the waiting chats too; returns how many rows. */
  int forget(Instant now);
}
