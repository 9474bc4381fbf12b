package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

class StandingQuestionsTest {
  private static final Instant NOW = Instant.parse("2022-02-10T11:00:00Z");

  @TempDir Path path;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final AtomicInteger answerers = new AtomicInteger();
  private Runnable whileAsking = () -> {};
  private StandingQuestions questions;

  @BeforeEach
  void openFolder() throws IOException {
    save("spotkanie.md", "---\ntytuł: Spotkanie\npoczątek: 2022-02-17 9:00\n---\nTreść.\n");
    save(
        "pytania/p.jsonl", "{\"q\": \"kiedy jest spotkanie\"}\n{\"q\": \"czy będzie nagranie\"}\n");
    questions = new StandingQuestions(path, this::answerer, this::clock, waiting::add);
  }

  private void save(String file, String text) throws IOException {
    Files.createDirectories(path.resolve(file).getParent());
    Files.writeString(path.resolve(file), text);
  }

  private Answerer answerer() {
    answerers.incrementAndGet();
    return Answerer.of(new KnowledgeReader(() -> NOW).read(path).knowledge());
  }

  private Instant clock() {
    Runnable meanwhile = whileAsking;
    whileAsking = () -> {};
    meanwhile.run();
    return NOW;
  }

  private StandingQuestions.Run lastRun() {
    return Objects.requireNonNull(questions.last());
  }

  private void runAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void nothingIsAskedOnTheCallersThread() {
    questions.ask();

    assertThat(questions.last()).isNull();
    assertThat(questions.findings()).isEmpty();
    assertThat(answerers).hasValue(0);
  }

  @Test
  void everyQuestionIsAskedAndJudged() {
    questions.ask();
    runAll();

    assertThat(questions.last())
        .isNotNull()
        .satisfies(run -> assertThat(run.failed()).isEqualTo(1))
        .satisfies(
            run ->
                assertThat(run.questions())
                    .extracting(Checked::question)
                    .containsExactly("kiedy jest spotkanie", "czy będzie nagranie"));
  }

  @Test
  void manyChangesAreAskedOfOnce() {
    for (int i = 0; i < 20; i++) {
      questions.ask();
    }
    runAll();

    assertThat(answerers).hasValue(1);
  }

  @Test
  void newerFilesEndTheRunOverTheOlderOnes() {
    whileAsking = questions::ask;
    questions.ask();
    waiting.remove().run();
    assertThat(questions.last()).isNull();

    runAll();

    assertThat(questions.last()).isNotNull();
    assertThat(answerers).hasValue(2);
  }

  @Test
  void changedFilesAreThoseSinceTheLastWholeRun() throws IOException {
    questions.ask();
    runAll();
    save("spotkanie.md", "---\ntytuł: Spotkanie\npoczątek: 2022-02-18 9:00\n---\nTreść.\n");
    whileAsking = questions::ask;
    questions.ask();
    waiting.remove().run();
    save("projekt/nowy.md", "Projekt trwa.");

    runAll();

    assertThat(questions.last())
        .isNotNull()
        .satisfies(
            run -> assertThat(run.changed()).containsExactly("projekt/nowy.md", "spotkanie.md"));
  }

  @Test
  void oneTextIsOneQuestionWhateverItsLine() throws IOException {
    questions.ask();
    runAll();
    List<Checked> before = lastRun().questions();
    save(
        "pytania/q.jsonl",
        "\n{\"q\": \"czy będzie nagranie\"}\n{\"q\": \"kiedy jest spotkanie\"}\n");
    Files.delete(path.resolve("pytania/p.jsonl"));

    questions.ask();
    runAll();

    assertThat(lastRun().questions()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void endOfTheProgramIsNoFault() {
    var ending =
        new StandingQuestions(
            path,
            this::answerer,
            () -> NOW,
            task -> {
              throw new RejectedExecutionException("closed");
            });

    ending.ask();

    assertThat(ending.last()).isNull();
  }

  @Test
  void faultInOneRunLeavesTheNextOneAlone() {
    whileAsking =
        () -> {
          throw new IllegalStateException("broken");
        };
    questions.ask();
    runAll();
    assertThat(questions.last()).isNull();

    questions.ask();
    runAll();

    assertThat(questions.last()).isNotNull();
  }
}
