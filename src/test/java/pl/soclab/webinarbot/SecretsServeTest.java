package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.preview.PreviewSettings.startingAt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.preview.Fault;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.TestResident;

/** Secrets are where the operator put them, and nowhere else. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsServeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant NOON = Instant.parse("2022-02-16T11:00:00Z");
  private static final String PASSWORD = "tajne-haslo-bazy-4711";
  private static final Pattern LINK = Pattern.compile("\"href\":\"([^\"]+)\"");
  private static final Pattern METRIC = Pattern.compile("\"([a-z][a-z0-9_.]+)\"");

  /** All that Spring Boot's actuator can expose, and what lies beside it. */
  private static final List<String> CLOSED =
      List.of(
          "env",
          "env/webinar-bot.telegram-bot-token",
          "configprops",
          "heapdump",
          "threaddump",
          "beans",
          "mappings",
          "loggers",
          "logfile",
          "conditions",
          "shutdown",
          "httpexchanges",
          "scheduledtasks",
          "flyway",
          "info",
          "caches",
          "auditevents",
          "startup",
          "sessions",
          "sbom");

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void secretsAreInNoAnswerNoLogAndNoTable(CapturedOutput output) throws Exception {
    Served served = Served.withMeeting(folder);
    try (var telegram = Preview.start(startingAt(NOON).onPort(0));
        var context = Objects.requireNonNull(started(served, telegram))) {
      String secret = telegram.token().substring(telegram.token().indexOf(':') + 1);
      everythingGoesWrong(telegram);

      List<String> answers = answers(context);

      assertThat(answers).hasSizeGreaterThan(50).allMatch(answer -> !answer.contains(secret));
      assertThat(answers).allMatch(answer -> !answer.contains(PASSWORD));
      assertThat(rows(context))
          .contains("INSERT INTO")
          .doesNotContain(secret)
          .doesNotContain(PASSWORD);
      context.close();
      assertThat(output.getAll())
          .contains("ReplySender")
          .doesNotContain(secret)
          .doesNotContain(PASSWORD);
    }
  }

  private static @org.jspecify.annotations.Nullable ConfigurableApplicationContext started(
      Served served, Preview telegram) throws Exception {
    return served.on(
        telegram,
        "--webinar-bot.database-url=jdbc:h2:mem:secrets",
        "--webinar-bot.database-user=bot",
        "--webinar-bot.database-password=" + PASSWORD);
  }

  /** Each fault has a message of its own, and some quote the address with the token in it. */
  private static void everythingGoesWrong(Preview telegram) {
    TestResident anna = telegram.residents().named("Anna");
    anna.writes("o której to jest?");
    anna.awaitMessages(1, PATIENCE);
    telegram.faults().next("getUpdates", new Fault.ErrorPage(502));
    telegram.faults().next("getUpdates", new Fault.DroppedAfter());
    telegram.faults().next("getUpdates", new Fault.Refused(500, "Internal", Map.of()));
    telegram.faults().next("sendMessage", new Fault.DroppedAfter());
    telegram.faults().next("sendMessage", new Fault.HalfAnswer());
    anna.writes("gdzie to jest?");
    anna.awaitMessages(2, PATIENCE);
    anna.sendsFile("a.md", new byte[10], "");
  }

  /** What every endpoint says that is exposed, and every metric. */
  private List<String> answers(ConfigurableApplicationContext context) throws Exception {
    String actuator =
        "http://127.0.0.1:"
            + context.getEnvironment().getProperty("local.server.port")
            + "/actuator";
    var answers = new ArrayList<String>();
    String index = get(actuator).body();
    List<String> links = LINK.matcher(index).results().map(link -> link.group(1)).toList();
    assertThat(links).anyMatch(link -> link.endsWith("/health"));
    for (String link : links) {
      if (!link.contains("{")) {
        answers.add(get(link).body());
      }
    }
    for (String metric :
        METRIC.matcher(get(actuator + "/metrics").body()).results().map(m -> m.group(1)).toList()) {
      answers.add(get(actuator + "/metrics/" + metric).body());
    }
    for (String closed : CLOSED) {
      assertThat(get(actuator + "/" + closed).statusCode()).as(closed).isEqualTo(404);
    }
    answers.add(get(actuator + "/../error").body());
    return answers;
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String rows(ConfigurableApplicationContext context) {
    return String.join(
        "\n",
        JdbcClient.create(context.getBean(DataSource.class))
            .sql("SCRIPT NOPASSWORDS NOSETTINGS")
            .query(String.class)
            .list());
  }

  @Test
  void dataIsForItsOwnerAlone() throws Exception {
    Served served = Served.withMeeting(folder);
    try (var context = served.start()) {
      assertThat(context).isNotNull();

      Path data = folder.resolve("data");

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
          .isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(data)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .as("no trace and no dump lies about")
            .noneMatch(name -> name.matches(".*\\.(trace\\.db|hprof|log)"));
      }
    }
  }
}
