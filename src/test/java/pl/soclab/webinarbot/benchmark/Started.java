package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that was started a moment ago, watched over HTTP and, for its memory, in /proc. */
final class Started implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+)");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final long start = System.nanoTime();
  private final Process process;
  private final Path log;

  /**
   * Starts it.
   *
   * @param arguments the program's own
   * @param environment what is set for it
   */
  Started(Layout layout, List<String> arguments, Map<String, String> environment)
      throws IOException {
    var command = new ArrayList<>(layout.command());
    command.addAll(arguments);
    log = Files.createTempFile("started", ".log");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    process = builder.start();
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits until it ends by itself; nanoseconds since its start. */
  long ended() throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      throw new IllegalStateException("It failed: " + Files.readString(log));
    }
    return System.nanoTime() - start;
  }

  /** Waits until it answers HTTP with anything; nanoseconds since its start. */
  long answeredHttp(int port) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address(port, "/")).build();
    sent(request);
    return System.nanoTime() - start;
  }

  /**
   * Asks on the preview's page as soon as there is one; nanoseconds from its start to the reply.
   */
  long answered(int port, String question) throws IOException, InterruptedException {
    HttpRequest state = HttpRequest.newBuilder(address(port, "/api/state")).build();
    JsonNode chat = JSON.readTree(sent(state).body()).path("chats").path(0);
    var message =
        JSON.createObjectNode()
            .put("chat", chat.path("id").asLong())
            .put("from", chat.path("members").path(0).path("id").asLong())
            .put("text", question);
    HttpResponse<String> said =
        sent(
            HttpRequest.newBuilder(address(port, "/api/say"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(message)))
                .build());
    if (said.statusCode() != 200) {
      throw new IllegalStateException("The preview refused: " + said.body());
    }
    while (!isAnswered(JSON.readTree(sent(state).body()).path("chats").path(0))) {
      pause();
    }
    return System.nanoTime() - start;
  }

  private static boolean isAnswered(JsonNode chat) {
    for (JsonNode message : chat.path("messages")) {
      if (message.path("from").path("is_bot").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  private static URI address(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Tries until the program listens. */
  private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
    while (true) {
      try {
        return client.send(request, BodyHandlers.ofString());
      } catch (IOException e) {
        pause();
      }
    }
  }

  private void pause() throws IOException, InterruptedException {
    check();
    if (System.nanoTime() - start > PATIENCE.toNanos()) {
      throw new IllegalStateException("It does not answer: " + Files.readString(log));
    }
    Thread.sleep(2);
  }

  /** Throws where it has ended. */
  void check() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("It has ended: " + Files.readString(log));
    }
  }

  /** What it has had of the processors, in nanoseconds. */
  long busy() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  /** What it has in memory now, in bytes. */
  long resident() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    Matcher line = RESIDENT.matcher(Files.readString(status));
    if (!line.find()) {
      throw new IllegalStateException(status + " tells no resident memory");
    }
    return Long.parseLong(line.group(1)) * 1024;
  }

  /** Ends it as an operator does, and waits for it. */
  @Override
  public void close() throws InterruptedException {
    client.close();
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
