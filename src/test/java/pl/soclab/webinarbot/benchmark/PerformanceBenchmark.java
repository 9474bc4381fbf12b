package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * How fast and how small the bot is, beside what else could do a part of its work. A program and
 * not a test: {@code docs/performance.md} says how to run it and what came out.
 */
public final class PerformanceBenchmark {
  private static final List<String> QUICK = List.of("-wi", "2", "-i", "1");

  private static final List<Integer> SIZES = List.of(10, 1_000, 100_000);

  private static final int STARTS = 5;
  private static final int QUICK_STARTS = 1;

  private PerformanceBenchmark() {}

  /**
   * Prints the tables.
   *
   * @param args the parts wanted, none for all: {@code answers}, {@code analysis}; and {@code
   *     quick} for less exact figures; what begins with a hyphen, and all behind it, is for JMH
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = Machine.out();
    var parts = new HashSet<String>();
    var options = new ArrayList<String>();
    for (String arg : args) {
      (arg.startsWith("-") || !options.isEmpty() ? options : parts).add(arg);
    }
    boolean isQuick = parts.remove("quick");
    if (isQuick) {
      options.addAll(0, QUICK);
    }
    out.println(Machine.described());
    if (isWanted("answers", parts)) {
      printAnswers(JmhRun.of(TimedAnswers.class, options), out);
    }
    if (isWanted("analysis", parts)) {
      printAnalysis(JmhRun.of(TimedAnalysis.class, options), out);
    }
    if (isWanted("sizes", parts)) {
      SizeTable.print(SIZES, out);
    }
    if (isWanted("topics", parts)) {
      TopicTable.print(out);
    }
    if (isWanted("processes", parts)) {
      ProcessTable.print(isQuick ? QUICK_STARTS : STARTS, out);
    }
  }

  private static boolean isWanted(String part, Set<String> parts) {
    return parts.isEmpty() || parts.contains(part);
  }

  private static void printAnswers(List<JmhRun.Timing> timings, PrintStream out) {
    out.println();
    out.println(
        "| questions | answer: median | 99th percentile | a second and core | allocated | bare Lucene:"
            + " median | 99th percentile | allocated | medians, times |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    var answers = new TreeMap<QuestionKind, JmhRun.Timing>();
    var bare = new TreeMap<QuestionKind, JmhRun.Timing>();
    for (JmhRun.Timing timing : timings) {
      (timing.benchmark().equals("lucene") ? bare : answers)
          .put(QuestionKind.valueOf(timing.parameter()), timing);
    }
    answers.forEach(
        (kind, answer) -> {
          JmhRun.Timing lucene = bare.get(kind);
          out.printf(
              Locale.ROOT,
              "| %s | %.3f ms | %.3f ms | %,.0f | %.0f kB | %.3f ms | %.3f ms | %.0f kB | %.1f |%n",
              kind.title(),
              answer.median() / 1e3,
              answer.slowest() / 1e3,
              answer.aSecond(),
              answer.bytes() / 1e3,
              lucene.median() / 1e3,
              lucene.slowest() / 1e3,
              lucene.bytes() / 1e3,
              answer.median() / lucene.median());
        });
  }

  private static void printAnalysis(List<JmhRun.Timing> timings, PrintStream out) {
    out.println();
    out.println(
        "| analysis of a question | median | 99th percentile | a second and core | allocated |");
    out.println("| --- | --- | --- | --- | --- |");
    for (JmhRun.Timing timing : timings) {
      out.printf(
          Locale.ROOT,
          "| %s | %.1f µs | %.1f µs | %,.0f | %.1f kB |%n",
          timing.benchmark(),
          timing.median(),
          timing.slowest(),
          timing.aSecond(),
          timing.bytes() / 1e3);
    }
  }
}
