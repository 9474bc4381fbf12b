package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import pl.soclab.webinarbot.benchmark.JmhRun.Timing;

/** What JMH measures: answers beside the bare search, and the analysis of questions. */
final class AnswerTable {
  private AnswerTable() {}

  /**
   * Measures and prints answers.
   *
   * @param options JMH's
   */
  static void printAnswers(List<String> options, PrintStream out)
      throws IOException, InterruptedException {
    out.printf("%n### Answers%n%n");
    out.println(
        "| questions | answer: median | 99th percentile | a second and core | allocated"
            + " | bare Lucene: median | 99th percentile | allocated | medians, times |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    printRows("", options, out);
    if (Files.exists(Layout.SETTINGS) && !options.contains("-p")) {
      var withSettings = new ArrayList<>(options);
      withSettings.addAll(List.of("-p", "kind=" + QuestionKind.ALL));
      withSettings.addAll(List.of("-jvmArgsAppend", "@" + Layout.SETTINGS));
      printRows(", the image's settings", withSettings, out);
    }
    out.println("| **target** | | below 3 ms | 5,000 | | | | | at most 3 |");
  }

  private static void printRows(String settings, List<String> options, PrintStream out)
      throws IOException, InterruptedException {
    var answers = new EnumMap<QuestionKind, Timing>(QuestionKind.class);
    var bare = new EnumMap<QuestionKind, Timing>(QuestionKind.class);
    for (Timing timing : JmhRun.of(TimedAnswers.class, options)) {
      (timing.benchmark().equals("lucene") ? bare : answers)
          .put(QuestionKind.valueOf(timing.parameter()), timing);
    }
    answers.forEach(
        (kind, answer) ->
            out.println(
                row(kind.title() + settings, answer, Objects.requireNonNull(bare.get(kind)))));
  }

  private static String row(String title, Timing answer, Timing bare) {
    return String.format(
        Locale.ROOT,
        "| %s | %.3f ms | %.3f ms | %,.0f | %.0f kB | %.3f ms | %.3f ms | %.0f kB | %.1f |",
        title,
        answer.median() / 1e3,
        answer.slowest() / 1e3,
        answer.aSecond(),
        answer.bytes() / 1e3,
        bare.median() / 1e3,
        bare.slowest() / 1e3,
        bare.bytes() / 1e3,
        answer.median() / bare.median());
  }

  /**
   * Measures and prints the analysis.
   *
   * @param options JMH's
   */
  static void printAnalysis(List<String> options, PrintStream out)
      throws IOException, InterruptedException {
    List<Timing> timings = JmhRun.of(TimedAnalysis.class, options);
    out.printf("%n### Analysis of a question%n%n");
    out.println("| by | median | 99th percentile | a second and core | allocated |");
    out.println("| --- | --- | --- | --- | --- |");
    for (Timing timing : timings) {
      out.printf(
          Locale.ROOT,
          "| %s | %.1f µs | %.1f µs | %,.0f | %.1f kB |%n",
          timing.benchmark().equals("ours") ? "`PolishAnalyzer`, ours" : "`MorfologikAnalyzer`",
          timing.median(),
          timing.slowest(),
          timing.aSecond(),
          timing.bytes() / 1e3);
    }
  }
}
