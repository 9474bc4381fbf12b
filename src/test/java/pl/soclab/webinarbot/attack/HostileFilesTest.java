package pl.soclab.webinarbot.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.attack.HostileFiles.HostileFile;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;
import pl.soclab.webinarbot.knowledge.KnowledgeReader.Reading;
import pl.soclab.webinarbot.publishing.DocumentReader;

/**
 * Files that somebody made to see what happens: every one is knowledge or a finding, and is read in
 * bounded time. {@code -Dattack.seed=N -Dattack.inputs=1} repeats one in either test.
 */
class HostileFilesTest {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");
  private static final int A_FEW = 600;
  private static final int MANY = 3_000;
  private static final int SHORT = 10_000;
  private static final int LONG = 1_050_000;

  /** A gross bound: on two processors that others use, a collection takes its time too. */
  private static final long SHORT_MILLIS = 2_000;

  private static final long LONG_MILLIS = 5_000;

  @TempDir Path folder;
  private final KnowledgeReader reader = new KnowledgeReader(InstantSource.fixed(NOW));
  private final Answerer before = Answerer.of(Knowledge.empty());

  @Test
  void everyFileIsKnowledgeOrAFinding() throws IOException {
    SlowOnes slow = readAll(1, A_FEW, SHORT);

    assertThat(slow.over(SHORT_MILLIS)).isEmpty();
  }

  @Test
  @Tag("trial")
  void everyLongFileIsKnowledgeOrAFinding() throws IOException {
    SlowOnes slow = readAll(1_000_000, MANY, LONG);

    slow.print("files of up to 1 MiB, in milliseconds of a processor");
    assertThat(slow.over(LONG_MILLIS)).isEmpty();
  }

  private SlowOnes readAll(long firstSeed, int inputs, int longest) throws IOException {
    var slow = new SlowOnes();
    long first = Long.getLong("attack.seed", firstSeed);
    for (long seed = first; seed < first + Integer.getInteger("attack.inputs", inputs); seed++) {
      HostileFile file = new HostileFiles(new Dice(seed)).next(longest);
      slow.time(seed, file.name(), () -> read(file));
      FileSystemUtils.deleteRecursively(folder.resolve("knowledge"));
    }
    return slow;
  }

  private void read(HostileFile file) throws IOException {
    Path path = folder.resolve("knowledge").resolve(file.name());
    Files.createDirectories(path.getParent());
    Files.write(path, file.content());

    Reading reading = reader.read(folder.resolve("knowledge"));
    assertThat(reading.findings()).noneMatch(finding -> finding.toString().contains("programu"));
    assertThat(
            before
                .next(reading.knowledge())
                .answer(Question.of("o ktorej to jest i gdzie?"), NOW)
                .content()
                .text()
                .text())
        .isNotBlank();
    assertThat(DocumentReader.read(file.name(), file.content())).isNotNull();
  }
}
