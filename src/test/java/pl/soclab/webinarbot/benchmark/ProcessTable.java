package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import pl.soclab.webinarbot.benchmark.ProcessTimes.Took;

/**
 * Whole processes in each layout: the start of {@code ask} and of {@code serve}, and what {@code
 * serve} has in memory behind a thousand questions. Rounds go through all layouts, so that what
 * else the machine does hits all of them.
 */
final class ProcessTable {
  private final List<Layout> bots;
  private final List<Layout> empties;
  private final Map<Layout, List<Took>> asks = new HashMap<>();
  private final Map<Layout, List<Took>> serves = new HashMap<>();

  private ProcessTable(List<Layout> bots, List<Layout> empties) {
    this.bots = bots;
    this.empties = empties;
  }

  /**
   * Measures and prints.
   *
   * @param rounds how often each is started
   */
  static void print(int rounds, PrintStream out) throws IOException, InterruptedException {
    out.printf("%n### Whole processes, each started %d times%n%n", rounds);
    if (!Layout.isPackaged()) {
      out.println("Not measured, for there is no jar in target.");
      return;
    }
    Path folder = Files.createTempDirectory("processes");
    List<Layout> bots = Layout.ofBot(folder);
    Path cache = folder.resolve("empty.aot");
    Layout empty = Layout.ofEmpty(folder);
    ProcessTimes.empty(Layout.learning(folder, cache));
    var table = new ProcessTable(bots, List.of(empty, Layout.ofEmpty(folder, cache)));
    for (int round = 0; round < rounds; round++) {
      table.start();
    }
    table.print(out);
  }

  private void start() throws IOException, InterruptedException {
    for (Layout bot : bots) {
      if (!bot.command().isEmpty()) {
        note(asks, bot, new Took(ProcessTimes.ask(bot), 0));
        note(serves, bot, ProcessTimes.serve(bot));
      }
    }
    for (Layout each : empties) {
      note(serves, each, ProcessTimes.empty(each));
    }
  }

  private static void note(Map<Layout, List<Took>> times, Layout layout, Took took) {
    times.computeIfAbsent(layout, ignored -> new ArrayList<>()).add(took);
  }

  private void print(PrintStream out) throws IOException, InterruptedException {
    out.printf(
        "| layout | files | `ask` | `serve` to its first answer | of processors"
            + " | resident behind %,d questions |%n",
        ProcessTimes.QUESTIONS);
    out.println("| --- | --- | --- | --- | --- | --- |");
    for (Layout bot : bots) {
      out.println(bot.command().isEmpty() ? missing(bot) : row(bot));
    }
    out.println("| **target** of the image | | 0.8 s | 2.5 s | | 250 MB |");
    for (Layout empty : empties) {
      out.printf(
          "| %s, to any answer | | | %s | %s | |%n",
          empty.title(), elapsed(serves, empty), busy(empty));
    }
  }

  private static String missing(Layout layout) {
    return "| %s | not measured: no src/main/dist/warm-up | | | | |".formatted(layout.title());
  }

  private String row(Layout layout) throws IOException, InterruptedException {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f MB | %s | %s | %s | %.0f MB |",
        layout.title(),
        layout.size() / 1e6,
        elapsed(asks, layout),
        elapsed(serves, layout),
        busy(layout),
        ProcessTimes.resident(layout) / 1e6);
  }

  private static String elapsed(Map<Layout, List<Took>> all, Layout layout) {
    Nanos nanos = nanos(all, layout, Took::elapsed);
    return String.format(
        Locale.ROOT,
        "%.2f s (%.2f to %.2f)",
        nanos.millis(50) / 1e3,
        nanos.millis(0) / 1e3,
        nanos.millis(100) / 1e3);
  }

  private String busy(Layout layout) {
    return String.format(Locale.ROOT, "%.2f s", nanos(serves, layout, Took::busy).millis(50) / 1e3);
  }

  private static Nanos nanos(
      Map<Layout, List<Took>> all, Layout layout, ToLongFunction<Took> which) {
    return new Nanos(all.getOrDefault(layout, List.of()).stream().mapToLong(which).toArray());
  }
}
