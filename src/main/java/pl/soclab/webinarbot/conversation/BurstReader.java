package pl.soclab.webinarbot.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.conversation.Burst.Left;

/**
 * Reads a message together with what the same chat wrote a moment ago, where it asks nothing by
 * itself or is not understood. A whole question is read alone, whatever stood before.
 */
final class BurstReader {
  private static final String GREETING = "greeting";

  private final Turn turn;
  private final @Nullable Burst before;

  /**
   * A reader of one message.
   *
   * @param before what the chat wrote a moment ago; null for nothing
   */
  BurstReader(Turn turn, @Nullable Burst before) {
    this.turn = turn;
    this.before = before;
  }

  Reading read(String text) {
    Piece piece = Piece.of(text, turn.answerer());
    return before == null ? first(piece, text) : next(piece, text, before);
  }

  private Reading first(Piece piece, String text) {
    return switch (piece) {
      case OPENS, LEANS -> isMarked(text) ? alone(text) : greetedOrBegun(text);
      case CALLS, POINTS, NAMES, ASKS -> alone(text);
    };
  }

  private Reading next(Piece piece, String text, Burst former) {
    return switch (piece) {
      case CALLS ->
          former.left() == Left.ASKED_WHICH ? alone(former.text()) : new Reading.Called(former);
      case OPENS -> former.left() == Left.INVITED ? leaning(piece, text, former) : begins(text);
      case LEANS, POINTS -> leaning(piece, text, former);
      case NAMES, ASKS -> asking(piece, text, former);
    };
  }

  /** "Dzień dobry, mam pytanie" is greeted back. */
  private Reading greetedOrBegun(String text) {
    Answer answer = turn.answer(text);
    return Piece.onlyAnnounces(text) && isGreeting(answer)
        ? new Reading.Asked(answer, text, false)
        : begins(text);
  }

  private Reading begins(String text) {
    return isMarked(text) ? alone(text) : new Reading.Unfinished(said(text), false);
  }

  private Reading leaning(Piece piece, String text, Burst former) {
    boolean isInvited = former.left() == Left.INVITED;
    String joined = former.with(text);
    if (!former.text().isEmpty() && asks(joined)) {
      Answer together = turn.answer(joined);
      if (isUnderstood(together) && (former.isOpen() || isSameThing(together))) {
        return new Reading.Asked(together, joined, true);
      }
    }
    boolean goesOn = isInvited && !former.text().isEmpty();
    if (isMarked(text)) {
      return alone(goesOn ? joined : text);
    }
    if (piece == Piece.POINTS && !goesOn) {
      return alone(text);
    }
    boolean isNew = former.left() == Left.ANSWERED || former.left() == Left.ASKED_WHICH;
    String said = said(text);
    return new Reading.Unfinished(
        isNew ? said : said.isEmpty() ? former.text() : former.with(said), isInvited);
  }

  /** Two words that mean nothing must not turn an answer into another one. */
  private boolean isSameThing(Answer answer) {
    return answer.content().topics().stream().anyMatch(turn.thread().topics()::contains);
  }

  private Reading asking(Piece piece, String text, Burst former) {
    Answer alone = turn.answer(text);
    boolean isInvited = former.left() == Left.INVITED;
    if (isGreeting(alone) && isInvited) {
      return new Reading.Unfinished(former.text(), true);
    }
    if (!former.isOpen()) {
      return new Reading.Asked(alone, text, false);
    }
    String joined = former.with(text);
    Answer together = turn.answer(joined);
    boolean isWhole = piece == Piece.ASKS && isUnderstood(alone) && !asksWhich(alone);
    if (isWhole) {
      // "Czy będzie" and "nagranie": organisers read all of what they are asked.
      boolean isSame = isInvited && together.content().topics().equals(alone.content().topics());
      return new Reading.Asked(alone, isSame ? joined : text, false);
    }
    return asks(joined) && (isUnderstood(together) || isInvited && !isUnderstood(alone))
        ? new Reading.Asked(together, joined, true)
        : new Reading.Asked(alone, text, false);
  }

  private Reading alone(String text) {
    return new Reading.Asked(turn.answer(text), text, false);
  }

  private boolean asks(String text) {
    return !Piece.isOfNothing(text) && Piece.of(text, turn.answerer()) == Piece.ASKS;
  }

  /** What is worth reading on from: that there is a question says nothing of it. */
  private static String said(String text) {
    return Piece.onlyAnnounces(text) ? "" : text;
  }

  /** Whoever puts the mark has asked. */
  private static boolean isMarked(String text) {
    return text.endsWith("?");
  }

  /** Whether an answer tells more than that the question was not understood. */
  static boolean isUnderstood(Answer answer) {
    return switch (answer) {
      case Answer.FactAnswer ignored -> true;
      case Answer.PassageAnswer ignored -> true;
      case Answer.NotKnown unknown -> !unknown.content().topics().isEmpty();
      case Answer.Clarification ignored -> asksWhich(answer);
      case Answer.SmallTalk ignored -> !isGreeting(answer);
      case Answer.OutOfScope ignored -> false;
    };
  }

  static boolean isGreeting(Answer answer) {
    return answer instanceof Answer.SmallTalk
        && answer.content().topics().equals(List.of(GREETING));
  }

  static boolean asksWhich(Answer answer) {
    return answer instanceof Answer.Clarification && AnswerWriter.asksForEvent(answer.content());
  }
}
