package pl.soclab.webinarbot.evaluation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import pl.soclab.webinarbot.answering.Answerer;

/**
 * Questions that a change of the files would leave without a good answer.
 *
 * @param lost those that had one before
 * @param asked how many there was time for
 * @param all how many there are
 */
public record LostQuestions(List<Outcome> lost, int asked, int all) {
  public LostQuestions {
    lost = List.copyOf(lost);
  }

  /**
   * Asks questions of both, as long as there is time.
   *
   * @param longest measured on the real clock; one more question may be begun in it
   */
  public static LostQuestions between(
      Answerer before,
      Answerer after,
      List<TestQuestion> questions,
      InstantSource clock,
      Duration longest) {
    var lost = new ArrayList<Outcome>();
    long start = System.nanoTime();
    int asked = 0;
    for (TestQuestion question : questions) {
      if (System.nanoTime() - start > longest.toNanos()) {
        break;
      }
      asked++;
      Outcome outcome = ask(question, after, clock);
      if (outcome.verdict() != Verdict.RIGHT
          && ask(question, before, clock).verdict() == Verdict.RIGHT) {
        lost.add(outcome);
      }
    }
    return new LostQuestions(lost, asked, questions.size());
  }

  private static Outcome ask(TestQuestion question, Answerer answerer, InstantSource clock) {
    return Evaluator.run(List.of(question), answerer, clock).outcomes().getFirst();
  }
}
