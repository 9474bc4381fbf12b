package pl.soclab.webinarbot.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pl.soclab.webinarbot.ServedKnowledge;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;

/**
 * Measures large folders: loading, memory, answers, and the time from a saved file to an answer
 * from it. A program and not a test: {@code docs/scale.md} says how to run it and what came out.
 */
public final class ScaleBenchmark {
  private static final int WARM_UP = 3000;
  private static final int ANSWERS = 5000;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int SAVES = 15;

  private ScaleBenchmark() {}

  /**
   * Prints the table.
   *
   * @param args the numbers of files; none for 50, 1,000 and 10,000
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Answerer.prepare();
    out.printf(
        Locale.ROOT,
        "%d processors, load %.1f, heap of at most %d MB, seed %d%n%n",
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().maxMemory() >> 20,
        GeneratedFolder.SEED);
    out.println(
        "| files | passages | events | load | of processors | heap | answer: median | 99th percentile"
            + " | processor: median | 99th percentile | saved to answered: median | worst |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    List<String> sizes = args.length == 0 ? List.of("50", "1000", "10000") : List.of(args);
    for (String size : sizes) {
      print(Integer.parseInt(size), out);
    }
  }

  private static void print(int files, PrintStream out) throws IOException, InterruptedException {
    Path path = Files.createTempDirectory("scale");
    GeneratedFolder folder = GeneratedFolder.write(path, files);
    long before = heap();
    long busy = busy();
    long start = System.nanoTime();
    try (var served = new ServedKnowledge(path, InstantSource.fixed(GeneratedFolder.NOW))) {
      long load = System.nanoTime() - start;
      long busyLoad = busy() - busy;
      // Cell by cell: a row of a large folder takes minutes.
      out.printf(
          Locale.ROOT,
          "| %,d | %,d | %,d | %.1f s | %.1f s | %d MB",
          files,
          served.answerer().knowledge().passages().size(),
          folder.events().size(),
          load / 1e9,
          busyLoad / 1e9,
          heap() - before >> 20);
      answers(served.answerer(), folder.questions(WARM_UP));
      Times answers = answers(served.answerer(), folder.questions(ANSWERS));
      out.printf(
          Locale.ROOT,
          " | %.2f ms | %.2f ms | %.2f ms | %.2f ms",
          share(answers.elapsed(), 50) / 1e6,
          share(answers.elapsed(), 99) / 1e6,
          share(answers.busy(), 50) / 1e6,
          share(answers.busy(), 99) / 1e6);
      long[] saves = saves(served, folder);
      out.printf(
          Locale.ROOT,
          " | %d ms | %d ms |%n",
          share(saves, 50) / 1_000_000,
          share(saves, 100) / 1_000_000);
    }
  }

  private static long share(long[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  /** What the process has had of the processors, in nanoseconds. */
  private static long busy() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** What is in use after a collection, in bytes. */
  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /**
   * How long answers took, in nanoseconds, in order.
   *
   * @param elapsed on the clock
   * @param busy on a processor: what remains of it where others use the machine, too
   */
  private record Times(long[] elapsed, long[] busy) {}

  private static Times answers(Answerer answerer, List<Question> questions) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = System.nanoTime() + LONGEST.toNanos();
    var elapsed = new long[questions.size()];
    var busy = new long[questions.size()];
    int count = 0;
    while (count < elapsed.length && System.nanoTime() < end) {
      long busyBefore = threads.getCurrentThreadCpuTime();
      long before = System.nanoTime();
      answerer.answer(questions.get(count), GeneratedFolder.NOW);
      elapsed[count] = System.nanoTime() - before;
      busy[count] = threads.getCurrentThreadCpuTime() - busyBefore;
      count++;
    }
    return new Times(sorted(elapsed, count), sorted(busy, count));
  }

  private static long[] sorted(long[] nanos, int count) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Saves events one by one, each with a passcode that no file had, and asks until it is told. */
  private static long[] saves(ServedKnowledge served, GeneratedFolder folder)
      throws IOException, InterruptedException {
    var nanos = new long[SAVES];
    for (int i = 0; i < SAVES; i++) {
      String id = folder.events().get(i * folder.events().size() / SAVES);
      String passcode = String.valueOf(777000 + i);
      folder.writeEvent(id, passcode);
      long start = System.nanoTime();
      while (!isTold(served.answerer(), id, passcode)) {
        Thread.sleep(5);
      }
      nanos[i] = System.nanoTime() - start;
      // Saves that come at any moment of the watcher's round.
      Thread.sleep(100 + 37L * i);
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static boolean isTold(Answerer answerer, String eventId, String passcode) {
    Answer answer = answerer.answerTopic("passcode", eventId, "pl", GeneratedFolder.NOW);
    return answer.content().text().text().contains(passcode);
  }
}
