package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How fast and how small the bot is, beside what else could do a part of its work. A program and
 * not a test: {@code docs/performance.md} says how to run it and what came out.
 */
public final class PerformanceBenchmark {
  private static final Set<String> PARTS =
      Set.of("answers", "analysis", "sizes", "topics", "processes");
  private static final List<Integer> SIZES = List.of(10, 1_000, 100_000);
  private static final List<Integer> QUICK_SIZES = List.of(10, 1_000);
  private static final List<String> QUICK = List.of("-wi", "2", "-i", "1");
  private static final int STARTS = 5;
  private static final int QUICK_STARTS = 1;

  private PerformanceBenchmark() {}

  /**
   * Prints the report.
   *
   * @param args the parts wanted, none for all: {@code answers}, {@code analysis}, {@code sizes},
   *     {@code topics}, {@code processes}; {@code quick} for fewer rounds and without the 100,000
   *     passages; the first that begins with a hyphen, and all behind it, is JMH's
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = Machine.out();
    var words = new HashSet<String>();
    var options = new ArrayList<String>();
    for (String arg : args) {
      var where = arg.startsWith("-") || !options.isEmpty() ? options : words;
      where.add(arg);
    }
    boolean isQuick = words.remove("quick");
    if (!PARTS.containsAll(words)) {
      out.println("Usage: [quick] [answers] [analysis] [sizes] [topics] [processes] [-JMH ...]");
      return;
    }
    if (isQuick) {
      options.addAll(0, QUICK);
    }
    long start = System.nanoTime();
    out.println(Machine.described());
    if (isWanted("answers", words)) {
      AnswerTable.printAnswers(options, out);
    }
    if (isWanted("analysis", words)) {
      AnswerTable.printAnalysis(options, out);
    }
    if (isWanted("sizes", words)) {
      SizeTable.print(isQuick ? QUICK_SIZES : SIZES, out);
    }
    if (isWanted("topics", words)) {
      TopicTable.print(out);
    }
    if (isWanted("processes", words)) {
      ProcessTable.print(isQuick ? QUICK_STARTS : STARTS, out);
    }
    out.printf(
        Locale.ROOT,
        "%nLoad at the end %.1f, behind %d s.%n",
        Machine.load(),
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  private static boolean isWanted(String part, Set<String> words) {
    return words.isEmpty() || words.contains(part);
  }
}
