package pl.soclab.webinarbot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/**
 * Holds the quality of the answers: the figures in {@code expected.properties} are what was
 * measured last, and a move in either direction fails, so that no change of them goes unseen. A
 * better figure is written into the file in the commit that reached it.
 */
class AccuracyTest {
  private static final Path SETS = Path.of("src/test/resources/pl/soclab/webinarbot/evaluation");

  @TempDir Path folder;

  static Stream<String> sets() throws IOException {
    return expected().stringPropertyNames().stream().sorted();
  }

  private static Properties expected() throws IOException {
    var properties = new Properties();
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(AccuracyTest.class.getResourceAsStream("expected.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  /** The line of a set: {@code clock | answerable right | others refused | wrong}. */
  @ParameterizedTest
  @MethodSource("sets")
  void figuresStandAsMeasured(String set) throws IOException {
    String line = expected().getProperty(set);
    Instant now =
        LocalDateTime.parse(line.split("\\|")[0].strip())
            .atZone(ZoneId.of("Europe/Warsaw"))
            .toInstant();
    var clock = InstantSource.fixed(now);
    Path questions =
        set.equals("pytania") ? Path.of("knowledge/pytania/citizenlab.jsonl") : questions(set);

    var knowledge = new KnowledgeReader(clock).read(folderOf(set)).knowledge();
    Report report =
        Evaluator.run(QuestionFile.read(questions, set).questions(), Answerer.of(knowledge), clock);

    assertThat(figures(line.split("\\|")[0].strip(), report)).isEqualTo(line);
  }

  private static Path questions(String set) {
    Path alone = SETS.resolve(set + ".jsonl");
    return Files.exists(alone) ? alone : SETS.resolve(set).resolve("questions.jsonl");
  }

  private Path folderOf(String set) throws IOException {
    Path announcement = SETS.resolve(set).resolve("announcement.txt");
    if (!Files.exists(announcement)) {
      return Path.of("knowledge");
    }
    Files.createDirectories(folder.resolve("wydarzenia"));
    Files.copy(announcement, folder.resolve("wydarzenia/announcement.txt"));
    return folder;
  }

  private static String figures(String clock, Report report) {
    long answerable = count(report, true, false);
    long others = count(report, false, false);
    return "%s | %d/%d | %d/%d | %d"
        .formatted(
            clock,
            count(report, true, true),
            answerable,
            count(report, false, true),
            others,
            report.count(Verdict.WRONG));
  }

  private static long count(Report report, boolean answerable, boolean onlyRight) {
    return report.outcomes().stream()
        .filter(outcome -> outcome.question().answerable() == answerable)
        .filter(outcome -> !onlyRight || outcome.verdict() == Verdict.RIGHT)
        .count();
  }
}
