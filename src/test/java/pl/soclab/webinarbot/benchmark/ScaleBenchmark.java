package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import pl.soclab.webinarbot.ServedKnowledge;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;

/**
 * Measures large folders: loading, memory, answers, and the time from a saved file to an answer
 * from it. A program and not a test: {@code docs/scale.md} says how to run it and what came out.
 */
public final class ScaleBenchmark {
  private static final int WARM_UP = 3000;
  private static final int ANSWERS = 5000;
  private static final int SAVES = 15;

  private ScaleBenchmark() {}

  /**
   * Prints the table.
   *
   * @param args the numbers of files; none for 50, 1,000 and 10,000
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = Machine.out();
    Answerer.prepare();
    out.printf("%s, seed %d%n%n", Machine.described(), GeneratedFolder.SEED);
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
    long before = Machine.heap();
    long busy = Machine.busy();
    long start = System.nanoTime();
    try (var served = new ServedKnowledge(path, InstantSource.fixed(GeneratedFolder.NOW))) {
      long load = System.nanoTime() - start;
      long busyLoad = Machine.busy() - busy;
      // Cell by cell: a row of a large folder takes minutes.
      out.printf(
          Locale.ROOT,
          "| %,d | %,d | %,d | %.1f s | %.1f s | %d MB",
          files,
          served.answerer().knowledge().passages().size(),
          folder.events().size(),
          load / 1e9,
          busyLoad / 1e9,
          (Machine.heap() - before) >> 20);
      AnswerTimes.of(served.answerer(), folder.questions(WARM_UP), GeneratedFolder.NOW);
      AnswerTimes answers =
          AnswerTimes.of(served.answerer(), folder.questions(ANSWERS), GeneratedFolder.NOW);
      out.printf(
          Locale.ROOT,
          " | %.2f ms | %.2f ms | %.2f ms | %.2f ms",
          answers.elapsed().millis(50),
          answers.elapsed().millis(99),
          answers.busy().millis(50),
          answers.busy().millis(99));
      Nanos saves = saves(served, folder);
      out.printf(Locale.ROOT, " | %.0f ms | %.0f ms |%n", saves.millis(50), saves.millis(100));
    }
  }

  /** Saves events one by one, each with a passcode that no file had, and asks until it is told. */
  private static Nanos saves(ServedKnowledge served, GeneratedFolder folder)
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
    return new Nanos(nanos);
  }

  private static boolean isTold(Answerer answerer, String eventId, String passcode) {
    Answer answer = answerer.answerTopic("passcode", eventId, "pl", GeneratedFolder.NOW);
    return answer.content().text().text().contains(passcode);
  }
}
