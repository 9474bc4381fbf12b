package pl.soclab.webinarbot.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.messaging.IncomingFiles.Download;
import pl.soclab.webinarbot.messaging.IncomingFiles.Loaded;
import pl.soclab.webinarbot.messaging.IncomingFiles.NotLoaded;
import pl.soclab.webinarbot.messaging.IncomingFiles.TooBig;

/** A server in Telegram's place that tells of sizes and places what it likes. */
class LyingFileServerTest {
  private static final String TOKEN = "77:tajny-token";

  /** What the server does with a download. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final HttpServer server;
  private volatile String file = "'file_size': 5, 'file_path': 'documents/file_1.md'";
  private volatile Answer answer = exchange -> whole(exchange, "tekst");

  LyingFileServerTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void fileIsAskedForBelowTheAddressOfTheBotApi() {
    file = "'file_size': 5, 'file_path': 'documents/zażółć %2e%2e;a?b#c.md'";

    assertThat(fetch(100)).isEqualTo(new Loaded("tekst".getBytes(UTF_8)));
    assertThat(asked).containsExactly("/file/bot" + TOKEN + "/documents/zażółć %2e%2e;a?b#c.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "../secret",
        "documents/../../bot/getMe",
        "documents/..",
        "documents/./a",
        "documents//a",
        "/etc/passwd",
        "//evil.example/a",
        "https://evil.example/a",
        "documents\\\\..\\\\a",
        "documents/a\\n\\nb",
        "documents/a/"
      })
  void pathThatLeadsElsewhereIsNotAskedFor(String path) {
    file = "'file_size': 5, 'file_path': '" + path + "'";

    assertThat(fetch(100)).isInstanceOf(NotLoaded.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void endlessFileIsReadToTheLimitAlone() {
    file = "'file_path': 'documents/file_1.md'";
    var written = new AtomicLong();
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (written.get() < 1L << 30) {
              out.write(new byte[8192]);
              written.addAndGet(8192);
            }
          }
        };

    assertThat(fetch(10_000)).isEqualTo(new TooBig());
    assertThat(written).as("sent before the bot hung up").hasValueLessThan(1L << 28);
  }

  @Test
  void fileThatIsLongerThanWasSaidIsTooBig() {
    file = "'file_size': 1, 'file_path': 'documents/file_1.md'";

    assertThat(fetch(4)).isEqualTo(new TooBig());
    assertThat(fetch(5)).isEqualTo(new Loaded("tekst".getBytes(UTF_8)));
  }

  @Test
  void fileThatIsShorterThanWasSaidIsNotLoaded() {
    file = "'file_size': 6, 'file_path': 'documents/file_1.md'";

    assertThat(fetch(100))
        .isInstanceOfSatisfying(
            NotLoaded.class, told -> assertThat(told.reason()).contains("Only 5 of 6 bytes came"));
    assertThat(asked).as("tries").hasSize(2);
  }

  @Test
  void redirectIsNotFollowed() {
    answer =
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        };

    assertThat(fetch(100))
        .isInstanceOfSatisfying(NotLoaded.class, told -> assertThat(told.reason()).contains("302"));
    assertThat(asked).hasSize(1);
  }

  @Test
  void serverThatFallsSilentIsGivenUp() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 5);
          exchange.getResponseBody().write('t');
          exchange.getResponseBody().flush();
          await(end);
        };

    assertThat(fetch(100))
        .isInstanceOfSatisfying(
            NotLoaded.class, told -> assertThat(told.reason()).doesNotContain(TOKEN));
  }

  private Download fetch(int limit) {
    var settings =
        new TelegramSettings(
            TOKEN, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    var client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .readTimeout(Duration.ofMillis(400))
            .build();
    var files =
        new TelegramFiles(
            settings, client, new ObjectMapper(), duration -> true, Duration.ofMillis(1));
    try {
      return files.fetch("f1", limit);
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equalsIgnoreCase("/bot" + TOKEN + "/getFile")) {
      whole(exchange, ("{'ok': true, 'result': {" + file + "}}").replace('\'', '"'));
    } else {
      asked.add(path);
      answer.to(exchange);
    }
  }

  private static void whole(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
