package pl.soclab.webinarbot.answering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.SourceLine;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * What the bot says to one of the topics of a question.
 *
 * @param kind how well the files answer it
 * @param text what is said
 * @param source where its first fact stands; null where nothing was taken from a file
 * @param session start of the one session, of several, that it is about; null otherwise
 */
record Part(Kind kind, RichText text, @Nullable SourceLine source, @Nullable Instant session) {
  /** A part about no session in particular. */
  Part(Kind kind, RichText text, @Nullable SourceLine source) {
    this(kind, text, source, null);
  }

  /** In the order in which they decide the kind of an answer of several parts. */
  enum Kind {
    FACT,
    PASSAGE,
    NOT_KNOWN,
    TALK,
    OUT_OF_SCOPE
  }

  /** Whether the files say it. */
  boolean isKnown() {
    return kind == Kind.FACT || kind == Kind.PASSAGE;
  }
}
