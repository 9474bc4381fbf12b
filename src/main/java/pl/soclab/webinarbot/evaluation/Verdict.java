package pl.soclab.webinarbot.evaluation;

import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.language.Folding;

/** How good an answer is. */
public enum Verdict {
  /** Answered with all that it must hold, or rightly refused. */
  RIGHT,
  /** Asked back. */
  ASKED_BACK,
  /** Refused although the files answer it. */
  REFUSED,
  /** Answered without what it must hold, or although the files do not say. */
  WRONG;

  /** Judges an answer, ignoring case and diacritics. */
  static Verdict of(TestQuestion question, Answer answer) {
    String text = Folding.fold(answer.content().text().text());
    boolean forbidden =
        question.mustNot().stream().anyMatch(part -> text.contains(Folding.fold(part)));
    boolean complete =
        question.must().stream()
            .allMatch(group -> group.stream().anyMatch(part -> text.contains(Folding.fold(part))));
    return switch (answer) {
      case Answer.NotKnown ignored -> refusal(question, forbidden, complete);
      case Answer.OutOfScope ignored -> refusal(question, forbidden, complete);
      case Answer.Clarification ignored -> ASKED_BACK;
      case Answer.FactAnswer ignored -> statement(question, forbidden, complete);
      case Answer.PassageAnswer ignored -> statement(question, forbidden, complete);
      case Answer.SmallTalk ignored -> statement(question, forbidden, complete);
    };
  }

  /**
   * A refusal that says what the question must have (the known part, the gap named) is as good as
   * an answer.
   */
  private static Verdict refusal(TestQuestion question, boolean forbidden, boolean complete) {
    if (forbidden) {
      return WRONG;
    }
    if (!question.answerable()) {
      return RIGHT;
    }
    return complete && !question.must().isEmpty() ? RIGHT : REFUSED;
  }

  private static Verdict statement(TestQuestion question, boolean forbidden, boolean complete) {
    return question.answerable() && complete && !forbidden ? RIGHT : WRONG;
  }
}
