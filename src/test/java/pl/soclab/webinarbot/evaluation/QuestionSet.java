package pl.soclab.webinarbot.evaluation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;

/**
 * Questions with what answers them.
 *
 * @param questions in the order of the file
 * @param answerer over the texts that they are about
 * @param clock the moment they are asked at
 */
public record QuestionSet(List<TestQuestion> questions, Answerer answerer, InstantSource clock) {
  private static final Path SETS = Path.of("src/test/resources/pl/soclab/webinarbot/evaluation");

  /** Figures by set, as they are written beside the sets. */
  static Properties figures(String file) throws IOException {
    var properties = new Properties();
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(QuestionSet.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  /** The names of the project's own sets. */
  public static Stream<String> names() throws IOException {
    return figures("expected.properties").stringPropertyNames().stream().sorted();
  }

  /**
   * One of the project's own sets, at the moment that its line in {@code expected.properties}
   * names.
   *
   * @param folder an empty one, for the announcement that a set brings along
   */
  public static QuestionSet read(String set, Path folder) throws IOException {
    String line = figures("expected.properties").getProperty(set);
    return read(
        knowledge(set, folder), file(set), LocalDateTime.parse(line.split("\\|")[0].strip()));
  }

  /** The questions of all of the project's own sets, with nothing that answers them. */
  public static List<TestQuestion> all() throws IOException {
    return names().flatMap(set -> QuestionFile.read(file(set), set).questions().stream()).toList();
  }

  /** Any set. */
  public static QuestionSet read(Path knowledge, Path questions, LocalDateTime now) {
    var clock = InstantSource.fixed(now.atZone(ZoneId.of("Europe/Warsaw")).toInstant());
    return new QuestionSet(
        QuestionFile.read(questions, questions.toString()).questions(),
        Answerer.of(new KnowledgeReader(clock).read(knowledge).knowledge()),
        clock);
  }

  private static Path file(String set) {
    if (set.equals("pytania")) {
      return Path.of("knowledge/pytania/citizenlab.jsonl");
    }
    Path alone = SETS.resolve(set + ".jsonl");
    return Files.exists(alone) ? alone : SETS.resolve(set).resolve("questions.jsonl");
  }

  private static Path knowledge(String set, Path folder) throws IOException {
    Path announcement = SETS.resolve(set).resolve("announcement.txt");
    if (!Files.exists(announcement)) {
      return Path.of("knowledge");
    }
    Files.createDirectories(folder.resolve("wydarzenia"));
    Files.copy(announcement, folder.resolve("wydarzenia/announcement.txt"));
    return folder;
  }

  /** Asks all questions. */
  Report ask() {
    return Evaluator.run(questions, answerer, clock);
  }
}
