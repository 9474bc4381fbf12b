package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;

/**
 * The index over ten passages, a thousand and a hundred thousand, and the answers from it, beside
 * Lucene's own index over the same passages.
 */
final class SizeTable {
  private static final int PASSAGES_A_FILE = 10;
  private static final int WARM_UP = 3000;
  private static final int ANSWERS = 4000;

  /** What takes less than a second is built several times. */
  private static final int FEW = 10_000;

  private static final int TIMES = 5;

  private SizeTable() {}

  /** Measures and prints. */
  static void print(List<Integer> sizes, PrintStream out) throws IOException, InterruptedException {
    out.printf("%n### Sizes, made up with seed %d%n%n", GeneratedFolder.SEED);
    out.println(
        "| passages | index | heap | bare Lucene's index | heap | answer: median | 99th percentile"
            + " | bare Lucene: median | 99th percentile |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (int size : sizes) {
      row(size, out);
    }
    out.println("| **target**, 100,000 | 15 s | | | | | below 10 ms | | |");
  }

  private static void row(int size, PrintStream out) throws IOException, InterruptedException {
    Path path = Files.createTempDirectory("size");
    GeneratedFolder folder = GeneratedFolder.write(path, Math.max(1, size / PASSAGES_A_FILE));
    Knowledge knowledge =
        new KnowledgeReader(InstantSource.fixed(GeneratedFolder.NOW)).read(path).knowledge();
    int times = knowledge.passages().size() < FEW ? TIMES : 1;
    Built<KnowledgeIndex> index = Built.of(() -> KnowledgeIndex.of(knowledge), times);
    Built<BareLucene> bare = Built.of(() -> BareLucene.over(knowledge.passages()), times);
    out.printf(
        Locale.ROOT, "| %,d | %s | %s", knowledge.passages().size(), index.cells(), bare.cells());
    Answerer answerer = Answerer.of(knowledge);
    AnswerTimes.of(answerer, folder.questions(WARM_UP), GeneratedFolder.NOW);
    List<Question> questions = folder.questions(ANSWERS);
    AnswerTimes answers = AnswerTimes.of(answerer, questions, GeneratedFolder.NOW);
    times(bare.result(), folder.questions(WARM_UP));
    Nanos found = times(bare.result(), questions);
    out.printf(
        Locale.ROOT,
        " | %.2f ms | %.2f ms | %.2f ms | %.2f ms |%n",
        answers.elapsed().millis(50),
        answers.elapsed().millis(99),
        found.millis(50),
        found.millis(99));
  }

  private static Nanos times(BareLucene lucene, List<Question> questions) {
    var nanos = new long[questions.size()];
    for (int i = 0; i < nanos.length; i++) {
      long before = System.nanoTime();
      lucene.find(questions.get(i).text());
      nanos[i] = System.nanoTime() - before;
    }
    return new Nanos(nanos);
  }

  /**
   * Something that takes time and memory to build.
   *
   * @param times of each building
   * @param bytes that the last one holds
   */
  private record Built<T>(T result, Nanos times, long bytes) {
    static <T> Built<T> of(Supplier<T> building, int times) throws InterruptedException {
      var nanos = new long[times];
      for (int i = 0; i < times - 1; i++) {
        nanos[i] = nanos(building).nanos();
      }
      long before = Machine.heap();
      var last = nanos(building);
      nanos[times - 1] = last.nanos();
      return new Built<>(last.result(), new Nanos(nanos), Machine.heap() - before);
    }

    private record Once<T>(T result, long nanos) {}

    private static <T> Once<T> nanos(Supplier<T> building) {
      long start = System.nanoTime();
      T result = building.get();
      return new Once<>(result, System.nanoTime() - start);
    }

    String cells() {
      return String.format(Locale.ROOT, "%.3f s | %.1f MB", times.millis(50) / 1e3, bytes / 1e6);
    }
  }
}
