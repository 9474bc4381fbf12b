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

/**
 * Whole processes in each layout: the start of {@code ask} and of {@code serve}, and what {@code
 * serve} has in memory behind a thousand questions. Rounds go through all layouts, so that what
 * else the machine does hits all of them.
 */
final class ProcessTable {
  private final Map<Layout, List<Long>> asks = new HashMap<>();
  private final Map<Layout, List<Long>> serves = new HashMap<>();

  private ProcessTable() {}

  /**
   * Measures and prints.
   *
   * @param rounds how often each is started
   */
  static void print(int rounds, PrintStream out) throws IOException, InterruptedException {
    out.println();
    if (!Layout.isPackaged()) {
      out.println("Whole processes: not measured, for there is no jar in target.");
      return;
    }
    Path folder = Files.createTempDirectory("processes");
    List<Layout> bots = Layout.ofBot(folder);
    Layout empty = Layout.ofEmpty(folder);
    Path cache = folder.resolve("empty.aot");
    ProcessTimes.empty(Layout.learning(folder, cache));
    List<Layout> empties = List.of(empty, Layout.ofEmpty(folder, cache));
    var table = new ProcessTable();
    for (int round = 0; round < rounds; round++) {
      for (Layout bot : bots) {
        if (!bot.command().isEmpty()) {
          table.note(table.asks, bot, ProcessTimes.ask(bot));
          table.note(table.serves, bot, ProcessTimes.serve(bot));
        }
      }
      for (Layout each : empties) {
        table.note(table.serves, each, ProcessTimes.empty(each));
      }
    }
    out.printf(
        "| layout | files | `ask`, of %d starts | `serve` to its first answer | resident behind %,d questions |%n",
        rounds, ProcessTimes.QUESTIONS);
    out.println("| --- | --- | --- | --- | --- |");
    for (Layout bot : bots) {
      out.println(bot.command().isEmpty() ? missing(bot) : table.row(bot));
    }
    empties.forEach(each -> out.println(table.emptyRow(each)));
  }

  private void note(Map<Layout, List<Long>> times, Layout layout, long nanos) {
    times.computeIfAbsent(layout, ignored -> new ArrayList<>()).add(nanos);
  }

  private static String missing(Layout layout) {
    return "| %s | not measured: no src/main/dist/warm-up | | | |".formatted(layout.title());
  }

  private String row(Layout layout) throws IOException, InterruptedException {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f MB | %s | %s | %.0f MB |",
        layout.title(),
        layout.size() / 1e6,
        seconds(asks, layout),
        seconds(serves, layout),
        ProcessTimes.resident(layout) / 1e6);
  }

  private String emptyRow(Layout layout) {
    return "| %s | | | %s, any answer | |".formatted(layout.title(), seconds(serves, layout));
  }

  private static String seconds(Map<Layout, List<Long>> all, Layout layout) {
    var nanos = new Nanos(all.getOrDefault(layout, List.of()).stream().mapToLong(n -> n).toArray());
    return String.format(
        Locale.ROOT,
        "%.2f s (%.2f to %.2f)",
        nanos.millis(50) / 1e3,
        nanos.millis(0) / 1e3,
        nanos.millis(100) / 1e3);
  }
}
