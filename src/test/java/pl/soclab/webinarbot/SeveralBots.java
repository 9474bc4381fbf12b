package pl.soclab.webinarbot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.preview.Preview;

/** Two instances of the program as processes of their own, on one PostgreSQL. */
final class SeveralBots implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Preview telegram;
  private final EmbeddedPostgres postgres;
  private final @Nullable TestProxy proxy;
  private final List<Integer> webhookPorts = List.of(freePort(), freePort());
  private final List<Integer> serverPorts = List.of(freePort(), freePort());
  private final Map<Integer, Process> running = new HashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private int begun;

  SeveralBots(Path folder, Preview telegram, EmbeddedPostgres postgres, boolean delivered)
      throws IOException {
    this.folder = folder;
    this.telegram = telegram;
    this.postgres = postgres;
    proxy = delivered ? new TestProxy(webhookPorts) : null;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts the first or the second, and waits until it is well: on duty or standing by. */
  void start(int number) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            WebinarBot.class.getName(),
            "serve",
            "--now",
            "2022-02-16T12:00",
            "--knowledge",
            folder.resolve("knowledge").toString());
    Map<String, String> environment = builder.environment();
    environment.put("TELEGRAM_BOT_TOKEN", telegram.token());
    environment.put("TELEGRAM_API_URL", telegram.botApi().toString());
    environment.put("DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"));
    environment.put("DATABASE_USER", "postgres");
    environment.put("DATABASE_PASSWORD", "postgres");
    environment.put("MESSAGES_PER_SECOND", "200");
    environment.put("SERVER_PORT", serverPorts.get(number).toString());
    if (proxy != null) {
      environment.put("WEBHOOK_URL", proxy.address().toString());
      environment.put("WEBHOOK_PORT", webhookPorts.get(number).toString());
    }
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(number).toFile()));
    running.put(number, builder.start());
    awaitWell(number);
  }

  private Process process(int number) {
    return Objects.requireNonNull(running.get(number));
  }

  private Path log(int number) {
    return folder.resolve("log-" + number + ".txt");
  }

  private void awaitWell(int number) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!health(number).startsWith("200")) {
      if (System.nanoTime() - end > 0 || !process(number).isAlive()) {
        throw new AssertionError(Files.readString(log(number)));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** The status and the body; "0" where nobody answers. */
  private String health(int number) {
    URI health = URI.create("http://127.0.0.1:" + serverPorts.get(number) + "/actuator/health");
    try {
      var answer = client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
      return answer.statusCode() + answer.body();
    } catch (IOException e) {
      return "0";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "0";
    }
  }

  /** Which of the two talks with Telegram; both have to run. */
  int onDuty() {
    return health(0).contains("STANDBY") ? 1 : 0;
  }

  /** Ends it as a machine that shuts down does (SIGTERM). */
  void stop(int number) throws InterruptedException {
    Process process = process(number);
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("It does not stop");
    }
  }

  /** Ends it as a power cut does (SIGKILL), and counts the turns that it was about. */
  void kill(int number) throws InterruptedException {
    process(number).destroyForcibly().waitFor();
    begun +=
        JdbcClient.create(postgres.getPostgresDatabase())
            .sql("SELECT COUNT(*) FROM inbox WHERE handled_at IS NULL AND attempts > 0")
            .query(Integer.class)
            .single();
  }

  /** Turns that were begun and not noted as done at the kills: only those may be answered twice. */
  int begun() {
    return begun;
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : running.values()) {
      process.destroyForcibly().waitFor();
    }
    if (proxy != null) {
      proxy.close();
    }
    client.close();
  }
}
