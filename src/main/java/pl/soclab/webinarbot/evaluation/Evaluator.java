package pl.soclab.webinarbot.evaluation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;

/**
 * Asks questions and judges the answers. Each stands alone, but for its {@code prev}, which is
 * asked first.
 */
public final class Evaluator {
  private Evaluator() {}

  /** Answers and judges all questions, in order. */
  public static Report run(List<TestQuestion> questions, Answerer answerer, InstantSource clock) {
    var outcomes = new ArrayList<Outcome>();
    for (TestQuestion question : questions) {
      Question.Thread thread = thread(question, answerer, clock);
      long start = System.nanoTime();
      Answer answer = answerer.answer(new Question(question.question(), thread), clock.instant());
      long micros = (System.nanoTime() - start) / 1_000;
      outcomes.add(new Outcome(question, answer, Verdict.of(question, answer), micros));
    }
    return new Report(outcomes);
  }

  private static Question.Thread thread(
      TestQuestion question, Answerer answerer, InstantSource clock) {
    if (question.previous() == null) {
      return Question.Thread.none();
    }
    Answer.Content previous =
        answerer.answer(Question.of(question.previous()), clock.instant()).content();
    return new Question.Thread(previous.topics(), previous.eventId());
  }
}
