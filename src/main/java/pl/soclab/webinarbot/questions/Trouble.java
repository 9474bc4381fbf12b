package pl.soclab.webinarbot.questions;

import java.time.Instant;

/**
 * Something that is wrong with the organisers' files, from its first sight until its end was told.
 *
 * @param kind what kind of thing
 * @param key a digest of what is wrong; unique in its kind
 * @param subject the file of {@link Kind#FILE}; for {@link Kind#QUESTION} the files that had
 *     changed just before, empty where that is not known
 * @param state how far it has come
 * @param since when it came to that state
 */
public record Trouble(Kind kind, String key, String subject, State state, Instant since) {
  /** What is wrong. The names stand in the database. */
  public enum Kind {
    /** A file holds an error. */
    FILE,
    /** A question has lost its answer. */
    QUESTION
  }

  /** How far it has come. The names stand in the database. */
  public enum State {
    /** It is there; nobody was told yet. */
    SEEN,
    /** The organisers were told. */
    TOLD,
    /** They were told, and it is gone; they were not told that yet. */
    MENDED
  }

  /** The same in another state. */
  public Trouble in(State next, Instant now) {
    return new Trouble(kind, key, subject, next, now);
  }
}
