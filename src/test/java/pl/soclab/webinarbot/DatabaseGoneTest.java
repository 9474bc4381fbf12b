package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.preview.PreviewSettings.startingAt;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestResident;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Subscriptions;

/** The database goes away under a running bot and comes back. */
class DatabaseGoneTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WELL = 200;
  private static final int ILL = 503;
  private static final String MESSAGE = "Do zobaczenia w czwartek";

  @TempDir Path folder;
  private int healthPort;

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private EmbeddedPostgres postgres(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .start();
  }

  private ConfigurableApplicationContext started(Preview telegram, String... properties)
      throws Exception {
    ConfigurableApplicationContext context =
        Objects.requireNonNull(Served.withMeeting(folder).on(telegram, properties));
    healthPort = Integer.parseInt(context.getEnvironment().getProperty("local.server.port", ""));
    return context;
  }

  /** The HTTP status of the health check: 200 for well, 503 for ill. */
  private int health() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + healthPort + "/actuator/health");
      return client
          .send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private void awaitHealth(int status) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (health() != status) {
      assertThat(System.nanoTime()).as("health is not %d", status).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /** Both subscribe, and a message to them is due so much later. */
  private static void messageDue(
      ConfigurableApplicationContext context, Duration later, TestResident... residents) {
    Instant now = Instant.now();
    var subscriptions = context.getBean(Subscriptions.class);
    for (TestResident resident : residents) {
      resident.hasWrittenBefore();
      subscriptions.subscribe(new ChatId(resident.id()), "zebranie", Scope.ALL, "pl", now);
    }
    context
        .getBean(Broadcasts.class)
        .create(
            new NewBroadcast(
                Broadcast.Kind.MESSAGE,
                null,
                "zebranie",
                null,
                null,
                NewBroadcast.MESSAGE_SCOPES,
                MESSAGE,
                Broadcast.State.SCHEDULED,
                now.plus(later),
                null,
                new ChatId(1)));
  }

  @Test
  void postgresThatIsGoneForAMomentLosesNothing() throws Exception {
    postgresIsGoneFor(Duration.ofSeconds(1));
  }

  @Test
  @Tag("trial")
  void postgresThatIsGoneForAMinuteLosesNothing() throws Exception {
    postgresIsGoneFor(Duration.ofMinutes(1));
  }

  private void postgresIsGoneFor(Duration outage) throws Exception {
    int port = freePort();
    EmbeddedPostgres postgres = postgres(port);
    try (var telegram = Preview.start(startingAt(Instant.now()).onPort(0));
        var context = started(telegram, "--webinar-bot.database-url=" + url(port))) {
      TestResident anna = telegram.residents().named("Anna");
      TestResident bartek = telegram.residents().named("Bartek");
      bartek.writes("gdzie to jest?");
      bartek.awaitMessages(1, PATIENCE);
      messageDue(context, Duration.ofMillis(500), anna, bartek);

      postgres.close();
      long start = System.nanoTime();
      anna.writes("o której to jest?");
      bartek.writes("a o której?");
      awaitHealth(ILL);
      Duration told = Duration.ofNanos(System.nanoTime() - start);
      System.out.println("The health check told of it after " + told.toMillis() + " ms");
      assertThat(told).isLessThan(Duration.ofSeconds(30));
      while (System.nanoTime() - start < outage.toNanos()) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
      postgres = postgres(port);

      assertRecovered(anna, bartek);
      bartek.writes("/stop");
      bartek.awaitMessages(4, PATIENCE);
      assertThat(context.getBean(Subscriptions.class).of(new ChatId(bartek.id()))).isEmpty();
    } finally {
      postgres.close();
    }
  }

  private static String url(int port) {
    return "postgres://postgres:postgres@localhost:" + port + "/postgres";
  }

  /** What was written and what fell due meanwhile comes once. */
  private void assertRecovered(TestResident anna, TestResident bartek) throws Exception {
    anna.awaitMessages(2, PATIENCE);
    bartek.awaitMessages(3, PATIENCE);
    awaitHealth(WELL);
    assertThat(texts(anna))
        .hasSize(2)
        .satisfiesOnlyOnce(text -> assertThat(text).contains("9:00"))
        .satisfiesOnlyOnce(text -> assertThat(text).contains(MESSAGE));
    assertThat(texts(bartek))
        .hasSize(3)
        .satisfiesOnlyOnce(text -> assertThat(text).contains(MESSAGE));
  }

  private static List<String> texts(TestResident resident) {
    return resident.received().stream().map(SentMessage::text).toList();
  }

  @Test
  void fileOfH2ThatWasClosedIsOpenedAgain() throws Exception {
    try (var telegram = Preview.start(startingAt(Instant.now()).onPort(0));
        var context = started(telegram)) {
      TestResident anna = telegram.residents().named("Anna");
      TestResident bartek = telegram.residents().named("Bartek");
      bartek.writes("gdzie to jest?");
      bartek.awaitMessages(1, PATIENCE);
      messageDue(context, Duration.ofMillis(500), anna, bartek);

      JdbcClient.create(context.getBean(DataSource.class)).sql("SHUTDOWN IMMEDIATELY").update();
      anna.writes("o której to jest?");
      bartek.writes("a o której?");

      assertRecovered(anna, bartek);
    }
  }
}
