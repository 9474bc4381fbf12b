package pl.soclab.webinarbot.evaluation;

import java.time.InstantSource;
import java.util.List;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;

/**
 * Asks questions and judges the answers. Each stands alone, but for its {@code prev}, which is
 * asked first.
 */
public final class Evaluator {
  private static final int WARM_UP_ROUNDS = 3;
  private static final int WARM_UP_QUESTIONS = 100;

  private Evaluator() {}

  /** Answers and judges all questions, in order. */
  public static Report run(List<TestQuestion> questions, Answerer answerer, InstantSource clock) {
    return new Report(
        questions.stream().map(question -> outcome(question, answerer, clock)).toList());
  }

  /** As {@link #run}, on all processors at once: quicker, and the times measured say nothing. */
  public static Report runAtOnce(
      List<TestQuestion> questions, Answerer answerer, InstantSource clock) {
    return new Report(
        questions.parallelStream().map(question -> outcome(question, answerer, clock)).toList());
  }

  private static Outcome outcome(TestQuestion question, Answerer answerer, InstantSource clock) {
    Question.Thread thread = thread(question, answerer, clock);
    long start = System.nanoTime();
    Answer answer = answerer.answer(new Question(question.question(), thread), clock.instant());
    long micros = (System.nanoTime() - start) / 1_000;
    return new Outcome(question, answer, Verdict.of(question, answer), micros);
  }

  /**
   * Answers some questions without looking at the answers, so that times measured afterwards are
   * those of a program that has run for a while and not of the compiler at work.
   */
  public static void warmUp(List<TestQuestion> questions, Answerer answerer, InstantSource clock) {
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      questions.stream()
          .limit(WARM_UP_QUESTIONS)
          .forEach(question -> answerer.answer(Question.of(question.question()), clock.instant()));
    }
  }

  private static Question.Thread thread(
      TestQuestion question, Answerer answerer, InstantSource clock) {
    if (question.previous() == null) {
      return Question.Thread.none();
    }
    return Question.Thread.after(
        answerer.answer(Question.of(question.previous()), clock.instant()));
  }
}
