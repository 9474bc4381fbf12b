package pl.soclab.webinarbot.evaluation;

import java.util.function.UnaryOperator;

/**
 * How many questions of a set are treated rightly, answered or refused, as they are typed.
 *
 * @param all the number of questions
 * @param clean as they stand in the file
 * @param plain without diacritics
 * @param swapped with two letters of the longest word swapped
 */
public record MistypedSet(int all, long clean, long plain, long swapped) {
  /** Asks a set three times. */
  public static MistypedSet of(QuestionSet set) {
    var mistyping = new Mistyping();
    return new MistypedSet(
        set.questions().size(),
        right(set, UnaryOperator.identity()),
        right(set, Mistyping::withoutDiacritics),
        right(set, mistyping::withSwap));
  }

  private static long right(QuestionSet set, UnaryOperator<String> typing) {
    var typed = set.questions().stream().map(question -> typed(question, typing)).toList();
    return new QuestionSet(typed, set.answerer(), set.clock()).ask().count(Verdict.RIGHT);
  }

  private static TestQuestion typed(TestQuestion question, UnaryOperator<String> typing) {
    return new TestQuestion(
        question.id(),
        typing.apply(question.question()),
        question.previous(),
        question.topic(),
        question.style(),
        question.answerable(),
        question.must(),
        question.mustNot(),
        question.source());
  }

  /** The line of a figures file. */
  @Override
  public String toString() {
    return "%d | %d | %d | %d".formatted(all, clean, plain, swapped);
  }
}
