package pl.soclab.webinarbot.benchmark;

import java.util.Arrays;
import java.util.Locale;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.evaluation.QuestionSet;
import pl.soclab.webinarbot.evaluation.TestQuestion;

/** How long an answer takes in a program that has run for a while, on one thread. */
final class AnswerTimes {
  private static final int WARM_UP_ROUNDS = 20;
  private static final int ROUNDS = 10;

  private AnswerTimes() {}

  /** The line of a table: answers measured, median and 99th percentile in milliseconds. */
  static String of(QuestionSet set) {
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      set.questions().forEach(question -> nanos(set, question));
    }
    var nanos = new long[ROUNDS * set.questions().size()];
    int next = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (TestQuestion question : set.questions()) {
        nanos[next++] = nanos(set, question);
      }
    }
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "%d | %.2f ms | %.2f ms",
        nanos.length,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6);
  }

  private static long nanos(QuestionSet set, TestQuestion question) {
    long start = System.nanoTime();
    set.answerer().answer(Question.of(question.question()), set.clock().instant());
    return System.nanoTime() - start;
  }
}
