package pl.soclab.webinarbot.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.evaluation.QuestionSet;

/**
 * How long an answer takes in a program that has run for a while, on one thread.
 *
 * @param elapsed on the clock
 * @param busy on a processor: what remains of it where others use the machine, too
 */
record AnswerTimes(Nanos elapsed, Nanos busy) {
  private static final int WARM_UP_ROUNDS = 20;
  private static final int ROUNDS = 10;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Of a set of questions, asked several times after some rounds to warm up. */
  static AnswerTimes of(QuestionSet set) {
    List<Question> questions =
        set.questions().stream().map(question -> Question.of(question.question())).toList();
    rounds(WARM_UP_ROUNDS, questions, set);
    return rounds(ROUNDS, questions, set);
  }

  private static AnswerTimes rounds(int count, List<Question> questions, QuestionSet set) {
    List<Question> all =
        Collections.nCopies(count, questions).stream().flatMap(List::stream).toList();
    return of(set.answerer(), all, set.clock().instant());
  }

  /** Of some questions, each asked once, until they end or a minute has passed. */
  static AnswerTimes of(Answerer answerer, List<Question> questions, Instant now) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = System.nanoTime() + LONGEST.toNanos();
    var elapsed = new long[questions.size()];
    var busy = new long[questions.size()];
    int count = 0;
    while (count < elapsed.length && System.nanoTime() < end) {
      long busyBefore = threads.getCurrentThreadCpuTime();
      long before = System.nanoTime();
      answerer.answer(questions.get(count), now);
      elapsed[count] = System.nanoTime() - before;
      busy[count] = threads.getCurrentThreadCpuTime() - busyBefore;
      count++;
    }
    return new AnswerTimes(
        new Nanos(Arrays.copyOf(elapsed, count)), new Nanos(Arrays.copyOf(busy, count)));
  }

  /** Cells of a table: answers measured, median and 99th percentile in milliseconds. */
  String cells() {
    return String.format(
        Locale.ROOT,
        "%d | %.2f ms | %.2f ms",
        elapsed.count(),
        elapsed.millis(50),
        elapsed.millis(99));
  }
}
