package pl.soclab.webinarbot.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pl.soclab.webinarbot.publishing.Publisher.Version;

/** Kills a process that publishes: {@code kill -9}, like a machine that loses its power. */
class KilledPublisherTest {
  private static final long SEED = 20220217;
  private static final int LONGEST_MILLIS = 1200;

  @TempDir Path folder;
  private String address;
  private Path knowledge;

  /**
   * What was found behind the kills.
   *
   * @param texts different texts that the file held
   * @param unfinished kills between the version and its end
   * @param leftovers kills while the text was written beside the file
   */
  private record Found(int kills, int texts, int unfinished, int leftovers) {}

  @BeforeEach
  void prepare() throws IOException {
    // As the program opens it: docs/decisions/005.
    address = "jdbc:h2:file:" + folder.resolve("data/db") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    knowledge = Files.createDirectories(folder.resolve("knowledge"));
    Flyway.configure().dataSource(address, "sa", "").load().migrate();
  }

  @Test
  void killedWhilePublishingItLeavesAWholeFileAndTheFormerVersion() throws Exception {
    Found found = killed(3);

    assertThat(found.kills()).isEqualTo(3);
  }

  @Test
  @Tag("trial")
  void killedFiftyTimes() throws Exception {
    Found found = killed(50);

    System.out.println(found);
    assertThat(found.unfinished()).as("kills that met a change on its way").isGreaterThan(10);
  }

  private Found killed(int kills) throws IOException, InterruptedException {
    var random = new Random(SEED);
    Set<Integer> texts = new HashSet<>();
    int unfinished = 0;
    int leftovers = 0;
    for (int kill = 0; kill < kills; kill++) {
      // Half of them at any moment, half of them while a text is being written.
      boolean midway = kill % 2 == 1;
      publishUntilKilled(random.nextInt(LONGEST_MILLIS), midway);
      leftovers += temporaryFiles().size();
      unfinished += unfinished();
      texts.add(judged());
    }
    return new Found(kills, texts.size(), unfinished, leftovers);
  }

  /** Kills it so long after it began; or then as soon as a text is on its way to the disk. */
  private void publishUntilKilled(int millis, boolean midway)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PublishingLoop.class.getName(),
                knowledge.toString(),
                address)
            .redirectError(folder.resolve("log.txt").toFile())
            .start();
    try (var output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).as(Files.readString(folder.resolve("log.txt"))).isNotNull();
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      assertThat(ended).as(Files.readString(folder.resolve("log.txt"))).isFalse();
      while (midway && process.isAlive() && temporaryFiles().isEmpty()) {
        Thread.onSpinWait();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private int unfinished() {
    return JdbcClient.create(new DriverManagerDataSource(address, "sa", ""))
        .sql("SELECT COUNT(*) FROM version WHERE state = 'PREPARED'")
        .query(Integer.class)
        .single();
  }

  /** The number of the text that is there now; the one before it has to be the newest version. */
  private int judged() throws IOException {
    Path file = knowledge.resolve(PublishingLoop.FILE);
    // Read past the publisher, as residents' answers are.
    int number = PublishingLoop.number(Files.exists(file) ? Files.readString(file) : null);
    FilePublisher next = PublishingLoop.publisher(knowledge, address);
    List<Version> versions = next.versions(2);

    assertThat(temporaryFiles()).isEmpty();
    if (number == 0) {
      assertThat(versions).isEmpty();
    } else {
      Version former = Objects.requireNonNull(versions.getFirst());
      assertThat(PublishingLoop.number(former.content())).isEqualTo(number - 1);
    }
    return number;
  }

  private List<Path> temporaryFiles() throws IOException {
    Path events = knowledge.resolve("wydarzenia");
    if (!Files.isDirectory(events)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(events)) {
      return all.filter(path -> path.toString().endsWith(".tmp")).toList();
    }
  }
}
