package pl.soclab.webinarbot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a private chat wrote last, for a question that comes in several messages.
 *
 * @param at when the last message was written
 * @param last that message as typed; empty for the press of a button or a command
 * @param text what a further piece is read together with; empty for nothing
 * @param left how the resident was left
 * @param noted the open questions that were noted of the text, to be taken back where it was only a
 *     piece
 * @param before what it was before the last message, which may come again (decision 004); null for
 *     nothing, and in that one itself
 */
record Burst(
    Instant at,
    String last,
    String text,
    Left left,
    List<Watching.Noted> noted,
    @Nullable Burst before) {
  /**
   * Between two pieces of one question. Eight words are a long piece, and whoever looks for every
   * letter types ten a minute. Only what asks nothing by itself is read together with what stood
   * before, so a longer time would do little harm; but words are kept no longer than they are of
   * use.
   */
  static final Duration PAUSE = Duration.ofSeconds(45);

  /** More is no burst; and what is kept must not grow for ever. */
  private static final int LONGEST = 300;

  /** How a resident was left. */
  enum Left {
    /** With an answer. */
    ANSWERED,
    /** With a question of the bot's own: which event is meant. */
    ASKED_WHICH,
    /** With an invitation to go on. */
    INVITED,
    /** With the word that it was not understood. */
    REFUSED
  }

  Burst {
    noted = List.copyOf(noted);
    text = text.length() <= LONGEST ? text : "";
  }

  /** Whether a message may go on with it. */
  boolean reaches(Instant later) {
    return Duration.between(at, later).abs().compareTo(PAUSE) <= 0;
  }

  /** Whether that message is the last one, come again because its turn broke off. */
  boolean isRepeatedBy(String message, Instant written) {
    return at.equals(written) && last.equals(message);
  }

  /** Whether something waits to be completed. */
  boolean isOpen() {
    return left != Left.ANSWERED && !text.isEmpty();
  }

  /** The text with a further piece behind it. */
  String with(String piece) {
    return text.isEmpty() ? piece : text + " " + piece;
  }

  /** The same, and nothing is to be taken back any more. */
  Burst withoutNotes() {
    return new Burst(at, last, text, left, List.of(), before);
  }

  /** As what stood before another message. */
  Burst asBefore() {
    return new Burst(at, last, text, left, List.of(), null);
  }
}
