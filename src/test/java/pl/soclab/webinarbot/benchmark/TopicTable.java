package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.RecognisedTopics;
import pl.soclab.webinarbot.benchmark.NlpJs.Recognised;
import pl.soclab.webinarbot.evaluation.QuestionSet;
import pl.soclab.webinarbot.evaluation.TestQuestion;

/**
 * The recognition of topics beside NLP.js: the same samples, the same questions in Polish, one
 * after the other in one run.
 */
final class TopicTable {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 5;

  /** Topics with fewer questions are told of together. */
  private static final int MANY = 15;

  private final RecognisedTopics recogniser = new RecognisedTopics();
  private final List<TestQuestion> questions;
  private final List<Recognised> ours;

  private TopicTable(List<TestQuestion> all) {
    questions =
        all.stream()
            .filter(question -> question.previous() == null)
            .filter(question -> recogniser.knows(question.topic()))
            .filter(question -> Answerer.languageOf(question.question()).equals("pl"))
            .toList();
    ours = questions.stream().map(question -> recognised(question.question())).toList();
  }

  private Recognised recognised(String question) {
    RecognisedTopics.Recognised found = recogniser.of(question);
    return new Recognised(found.topic() == null ? "" : found.topic(), found.isSure());
  }

  /** Measures and prints. */
  static void print(PrintStream out) throws IOException, InterruptedException {
    var table = new TopicTable(QuestionSet.all());
    Nanos times = table.times();
    NlpJs.Measured other =
        NlpJs.measured(table.recogniser.polishPhrasings(), table.texts(), WARM_UP, ROUNDS);
    out.printf("%n### Topics of %,d questions in Polish%n%n", table.questions.size());
    out.printf(
        "| | ours | %s |%n",
        other == null ? "NLP.js: not measured, for there is no Node" : other.version());
    out.println("| --- | --- | --- |");
    table.printAccuracy(other, out);
    out.printf(
        "| median of time | %s | %s |%n",
        millis(times, 50), other == null ? "" : millis(other.times(), 50));
    out.printf(
        "| 99th percentile; **target**: ours is lower | %s | %s |%n",
        millis(times, 99), other == null ? "" : millis(other.times(), 99));
    if (other != null) {
      out.printf(
          Locale.ROOT,
          "| training | when the project is built | %.0f s, %d MB behind it |%n",
          other.training(),
          other.megabytes());
      table.printTopics(other, out);
    }
  }

  private static String millis(Nanos times, int percent) {
    return String.format(Locale.ROOT, "%.3f ms", times.millis(percent));
  }

  private List<String> texts() {
    return questions.stream().map(TestQuestion::question).toList();
  }

  private Nanos times() {
    var nanos = new long[ROUNDS * questions.size()];
    for (int i = -WARM_UP * questions.size(); i < nanos.length; i++) {
      String question = questions.get(Math.floorMod(i, questions.size())).question();
      long before = System.nanoTime();
      recogniser.of(question);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - before;
      }
    }
    return new Nanos(nanos);
  }

  private void printAccuracy(NlpJs.@Nullable Measured other, PrintStream out) {
    row("first topic right; **target**: ours is higher", inScope(), this::isRight, other, out);
    row(
        "... the fourth sample alone",
        inScope().and(question -> question.source().file().startsWith("fourth/")),
        this::isRight,
        other,
        out);
    row(
        "right and above its own threshold",
        inScope(),
        (question, found) -> found.isSure() && isRight(question, found),
        other,
        out);
    row(
        "wrong and above its own threshold",
        inScope(),
        (question, found) -> found.isSure() && !isRight(question, found),
        other,
        out);
    row("out of scope and not taken for a topic", inScope().negate(), this::isRefused, other, out);
  }

  private Predicate<TestQuestion> inScope() {
    return question -> !recogniser.isOutOfScope(question.topic());
  }

  private boolean isRight(TestQuestion question, Recognised found) {
    return found.topic().equals(question.topic());
  }

  private boolean isRefused(TestQuestion question, Recognised found) {
    return !found.isSure() || found.topic().isEmpty() || recogniser.isOutOfScope(found.topic());
  }

  private void row(
      String title,
      Predicate<TestQuestion> which,
      BiPredicate<TestQuestion, Recognised> isOne,
      NlpJs.@Nullable Measured other,
      PrintStream out) {
    out.printf(
        "| %s | %s | %s |%n",
        title, share(which, isOne, ours), other == null ? "" : share(which, isOne, other.topics()));
  }

  private String share(
      Predicate<TestQuestion> which,
      BiPredicate<TestQuestion, Recognised> isOne,
      List<Recognised> found) {
    int[] asked =
        IntStream.range(0, questions.size()).filter(i -> which.test(questions.get(i))).toArray();
    long are = IntStream.of(asked).filter(i -> isOne.test(questions.get(i), found.get(i))).count();
    return String.format(
        Locale.ROOT, "%d of %d (%.1f %%)", are, asked.length, 100.0 * are / asked.length);
  }

  private void printTopics(NlpJs.Measured other, PrintStream out) {
    Map<String, Integer> counts = new TreeMap<>();
    questions.forEach(question -> counts.merge(question.topic(), 1, Integer::sum));
    List<String> topics = new ArrayList<>(counts.keySet());
    topics.removeIf(topic -> counts.get(topic) < MANY || recogniser.isOutOfScope(topic));
    topics.sort((one, two) -> counts.get(two) - counts.get(one));
    out.println();
    out.println("| topic, first one right | ours | NLP.js |");
    out.println("| --- | --- | --- |");
    topics.forEach(
        topic -> row(topic, question -> question.topic().equals(topic), this::isRight, other, out));
    row(
        "topics with fewer than " + MANY + " questions",
        inScope().and(question -> !topics.contains(question.topic())),
        this::isRight,
        other,
        out);
  }
}
