package pl.soclab.webinarbot.desk;

import pl.soclab.webinarbot.evaluation.Outcome;
import pl.soclab.webinarbot.evaluation.TestQuestion;
import pl.soclab.webinarbot.evaluation.Verdict;

/**
 * One of the questions under {@code pytania/}, asked and judged.
 *
 * @param key a digest of the question and of what its answer must hold: another text is another
 *     question, another line or file is not
 * @param question as a resident would type it
 * @param answerable whether the files answer it
 * @param passed whether the answer was good
 */
record Checked(String key, String question, boolean answerable, boolean passed) {
  static Checked of(Outcome outcome) {
    TestQuestion asked = outcome.question();
    String key =
        Digest.of(
            asked.question(),
            String.valueOf(asked.previous()),
            String.valueOf(asked.answerable()),
            asked.must().toString(),
            asked.mustNot().toString());
    return new Checked(
        key, asked.question(), asked.answerable(), outcome.verdict() == Verdict.RIGHT);
  }
}
