package pl.soclab.webinarbot.benchmark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pl.soclab.webinarbot.answering.Answerer;

/**
 * Measures how fast broadcasts leave, what residents notice of them and what they cost in memory. A
 * program and not a test: {@code docs/sending.md} says how to run it and what came out.
 */
public final class SendingBenchmark {
  private SendingBenchmark() {}

  /** One measurement; returns the last two cells of its row: the figure and its target. */
  private interface Measurement {
    String run() throws IOException, InterruptedException;
  }

  /**
   * Prints the table.
   *
   * @param args which measurements to run, by the first word of their rows; none for all
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Answerer.prepare();
    out.printf(
        Locale.ROOT,
        "%d processors, load %.1f, heap of at most %d MB%n%n",
        Runtime.getRuntime().availableProcessors(),
        load(),
        Runtime.getRuntime().maxMemory() >> 20);
    out.println("| measured | result | target |");
    out.println("| --- | --- | --- |");
    for (Map.Entry<String, Measurement> row : rows().entrySet()) {
      String name = row.getKey();
      if (args.length == 0 || Set.of(args).contains(name.split("[ :]")[0])) {
        out.println("| " + name + " | " + row.getValue().run() + " |");
      }
    }
    out.printf(Locale.ROOT, "%nload at the end %.1f%n", load());
    System.exit(0);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static Map<String, Measurement> rows() {
    var rows = new LinkedHashMap<String, Measurement>();
    rows.put("pace: share of 25 messages a second, over 60 s", SendingTimes::pace);
    rows.put("most: 10,000 recipients with the limit lifted", SendingTimes::most);
    rows.put("replies: to 5 residents a second during a broadcast", SendingTimes::replies);
    rows.put("due: from due to the first message, idle before, 20 times", SendingTimes::due);
    for (int recipients : new int[] {1_000, 100_000, 1_000_000}) {
      rows.put(
          String.format(Locale.ROOT, "heap: after a collection, %,d recipients", recipients),
          () -> SendingHeap.of(recipients));
    }
    return rows;
  }
}
