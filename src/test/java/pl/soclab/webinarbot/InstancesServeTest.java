package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.preview.PreviewSettings.startingAt;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.TestResident;
import pl.soclab.webinarbot.telegram.WebhookSettings;

/** The whole application behind a webhook, and beside another one. */
@ExtendWith(OutputCaptureExtension.class)
class InstancesServeTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Preview telegram =
      Preview.start(startingAt(Instant.parse("2022-02-16T11:00:00Z")).onPort(0));
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  @AfterEach
  void close() {
    telegram.close();
    client.close();
  }

  @Test
  void deliveriesHaveAPortOfTheirOwnThatShowsNothingElse() throws Exception {
    int port = freePort();
    URI webhook = URI.create("http://127.0.0.1:" + port + "/telegram");
    try (var context =
        Objects.requireNonNull(
            Served.withMeeting(folder)
                .on(
                    telegram,
                    "--webinar-bot.webhook-url=" + webhook,
                    "--webinar-bot.webhook-port=" + port))) {
      TestResident anna = telegram.residents().named("Anna");

      anna.writes("o której to jest?");

      assertThat(anna.awaitMessages(1, SOON).getFirst().text()).contains("9:00");
      assertThat(telegram.log().calls("getUpdates")).isEmpty();
      URI own = URI.create("http://127.0.0.1:" + serverPort(context));
      assertThat(status(own.resolve("/actuator/health"))).isEqualTo(200);
      assertThat(post(own.resolve("/telegram"), webhook)).as("the port of health").isEqualTo(404);
      for (String path :
          new String[] {"/actuator/health", "/actuator", "/", "/telegram/x", "//telegram"}) {
        URI other = URI.create("http://127.0.0.1:" + port + path);
        assertThat(status(other)).as(path).isEqualTo(404);
        assertThat(post(other, webhook)).as(path).isEqualTo(404);
      }
      assertThat(post(webhook, webhook)).isEqualTo(200);
      assertThat(refused(webhook)).isEqualTo(401);
    }
  }

  @Test
  void portThatIsTakenIsOneSentence(CapturedOutput output) throws Exception {
    try (var taken = new ServerSocket(0)) {
      var context =
          Served.withMeeting(folder)
              .on(
                  telegram,
                  "--webinar-bot.webhook-url=http://127.0.0.1:9/telegram",
                  "--webinar-bot.webhook-address=0.0.0.0",
                  "--webinar-bot.webhook-port=" + taken.getLocalPort());

      assertThat(context).isNull();
      assertThat(output.getAll().strip())
          .contains("WEBHOOK_PORT: ", taken.getLocalPort() + ". Proszę")
          .hasLineCount(1);
    }
  }

  @Test
  void secondOfTwoThatPollIsWellAndSaysThatItStandsBy() throws Exception {
    Served served = Served.withMeeting(folder);
    TestResident anna = telegram.residents().named("Anna");
    try (var postgres = EmbeddedPostgres.start();
        var first = started(served, postgres)) {
      telegram.log().awaitCalls("getUpdates", 1, SOON);
      try (var second = started(served, postgres)) {
        awaitState(second, "STANDBY");
        assertThat(health(second)).contains("\"status\":\"UP\"").doesNotContain("DOWN");

        first.close();
        anna.writes("o której to jest?");

        assertThat(anna.awaitMessages(1, SOON).getFirst().text()).contains("9:00");
        assertThat(health(second)).contains("\"state\":\"CONNECTED\"");
      }
    }
  }

  private ConfigurableApplicationContext started(Served served, EmbeddedPostgres postgres)
      throws Exception {
    String database =
        "--webinar-bot.database-url=postgres://postgres:postgres@localhost:%d/postgres"
            .formatted(postgres.getPort());
    return Objects.requireNonNull(served.on(telegram, database), "It did not start");
  }

  private void awaitState(ConfigurableApplicationContext context, String state) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!health(context).contains(state)) {
      assertThat(System.nanoTime() - end).as(health(context)).isNegative();
    }
  }

  private String health(ConfigurableApplicationContext context) throws Exception {
    URI health = URI.create("http://127.0.0.1:" + serverPort(context) + "/actuator/health");
    return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString()).body();
  }

  private static String serverPort(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port");
  }

  private int status(URI address) throws Exception {
    return client
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .statusCode();
  }

  private int post(URI address, URI webhook) throws Exception {
    String secret = WebhookSettings.of(webhook, telegram.token()).secret();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address)
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(BodyPublishers.ofString("{\"update_id\": 1}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.body()).isEmpty();
    return answer.statusCode();
  }

  /** A form of files, which Spring would put on the disk. */
  private int refused(URI address) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("--x\r\nno form\r\n"))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
