package pl.soclab.webinarbot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import pl.soclab.webinarbot.cli.CannotGoOn;
import pl.soclab.webinarbot.cli.CommonOptions;
import pl.soclab.webinarbot.language.ResourceFile;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.TestResident;

/**
 * {@code rehearse}: a short life of the whole bot. It starts as {@code serve} does, on a preview of
 * its own whatever the settings say, answers questions, and ends. It needs no token and no network,
 * and leaves nothing behind. The JVM learns from it what a start needs; whoever sets up the program
 * learns whether it works.
 */
final class Rehearsal {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  /** Of one answer; a cold start on a slow machine with the build beside it takes seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String QUESTIONS = "rehearsal.txt";

  private Rehearsal() {}

  /**
   * Rehearses.
   *
   * @return the exit status
   * @throws CannotGoOn if there is no knowledge folder, or a question got no answer
   */
  static int run(CommonOptions options) throws CannotGoOn {
    Path data = temporaryFolder();
    try {
      return bot(options, data) ? 0 : 1;
    } finally {
      if (!FileSystemUtils.deleteRecursively(data.toFile())) {
        LOG.warn("{} could not be deleted", data);
      }
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("webinar-bot-rehearsal");
    } catch (IOException e) {
      throw new UncheckedIOException("No folder for temporary files can be written to", e);
    }
  }

  private static boolean bot(CommonOptions options, Path data) throws CannotGoOn {
    try (ConfigurableApplicationContext context =
        Application.start(
            options,
            "--webinar-bot.telegram-bot-token=",
            "--webinar-bot.database-url=",
            "--webinar-bot.webhook-url=",
            "--webinar-bot.organisers=",
            "--webinar-bot.preview-port=0",
            "--webinar-bot.data-dir=" + data,
            "--server.port=0")) {
      if (context == null) {
        return false;
      }
      Preview preview = ((Upstream.StandIn) context.getBean(Upstream.class)).preview();
      ask(preview);
      look(preview.botApi(), "/", "/api/state");
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      look(
          URI.create("http://127.0.0.1:" + port),
          "/actuator/health",
          "/actuator/health/liveness",
          "/actuator/prometheus");
      return true;
    }
  }

  private static void ask(Preview preview) throws CannotGoOn {
    // Who writes much in a minute is not heard for a while, so they take turns.
    List<TestResident> residents =
        List.of(preview.residents().named("Bartek"), preview.residents().named("Oksana"));
    List<String> questions = questions();
    for (int i = 0; i < questions.size(); i++) {
      TestResident resident = residents.get(i % residents.size());
      int answered = resident.received().size();
      resident.writes(questions.get(i));
      try {
        List<?> _ = resident.awaitMessages(answered + 1, PATIENCE);
      } catch (AssertionError late) {
        throw new CannotGoOn(
            "Bot nie odpowiedział w %d s na: %s".formatted(PATIENCE.toSeconds(), questions.get(i)));
      }
      if (i == 0) {
        LOG.info("First answer {} ms after the process started", sinceStart().toMillis());
      }
    }
    LOG.info("All {} questions were answered", questions.size());
  }

  private static Duration sinceStart() {
    Instant now = Instant.now();
    return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
  }

  /** What a browser, a health check and Prometheus ask for. */
  private static void look(URI server, String... paths) {
    for (String path : paths) {
      try (InputStream page = server.resolve(path).toURL().openStream()) {
        page.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(server.resolve(path) + " cannot be read", e);
      }
    }
  }

  private static List<String> questions() {
    return ResourceFile.lines(Rehearsal.class, QUESTIONS);
  }
}
