package pl.soclab.webinarbot.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.attack.Dice;
import pl.soclab.webinarbot.attack.HostileHttp;

/**
 * Requests that somebody made to see what happens to the page and the stand-in: each is answered or
 * its connection ended, none with a fault of the program. {@code -Dattack.seed=N -Dattack.inputs=1}
 * repeats one in either test.
 */
class HostileHttpTest {
  private static final int A_FEW = 900;
  private static final int MANY = 10_000;
  private static final int PATIENCE_MILLIS = 5_000;

  /** Answers when something happens, or not at all: beside the point here. */
  private static final String TIMEOUT = "no answer yet";

  private final Preview preview = ApiClient.preview();
  private final ApiClient api = new ApiClient(preview);
  private final int port = preview.botApi().getPort();

  @AfterEach
  void close() {
    api.close();
    preview.close();
  }

  @Test
  void everyRequestIsAnsweredOrEnded() throws IOException {
    attack(1, A_FEW);
  }

  @Test
  @Tag("trial")
  void everyOneOfManyRequestsIsAnsweredOrEnded() throws IOException {
    attack(1_000_000, MANY);
  }

  private void attack(long firstSeed, int inputs) throws IOException {
    List<String> paths =
        Stream.concat(
                Stream.of(
                        "sendMessage",
                        "sendDocument",
                        "getMe",
                        "getFile",
                        "setMyCommands",
                        "getChat",
                        "editMessageText",
                        "deleteMessage",
                        "answerCallbackQuery",
                        "setWebhook",
                        "nothing")
                    .map(method -> "/bot" + preview.token() + "/" + method),
                Stream.of(
                    "/",
                    "/page.js",
                    "/api/state",
                    "/api/say",
                    "/api/press",
                    "/api/clock",
                    "/api/file",
                    "/api/block",
                    "/api/edit",
                    "/files/1",
                    "/bot1:a/getMe"))
            .toList();
    long first = Long.getLong("attack.seed", firstSeed);
    for (long seed = first; seed < first + Integer.getInteger("attack.inputs", inputs); seed++) {
      byte[] request = new HostileHttp(new Dice(seed)).request("localhost:" + port, paths);
      assertThat(answer(request)).as("seed %d", seed).doesNotContain(" 500 ", TIMEOUT);
    }
    assertThat(api.get(URI.create(preview.botApi() + "/")).statusCode()).isEqualTo(200);
    assertThat(api.result("getMe", "{}").path("is_bot").asBoolean()).isTrue();
  }

  /** The first line of the answer; empty where the connection was ended without one. */
  private String answer(byte[] request) throws IOException {
    try (var socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = in.readLine();
        return line == null ? "" : line;
      } catch (SocketTimeoutException e) {
        return TIMEOUT;
      } catch (SocketException e) {
        // The server ended the connection before it had read all.
        return "";
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "localhost.evil.example:PORT",
        "127.0.0.1.nip.io:PORT",
        "localhost:1",
        "0.0.0.0:PORT",
        "[::1]:PORT",
        "127.0.0.2:PORT",
        "user@localhost:PORT",
        ""
      })
  void nameThatWasReboundToThisMachineIsRefused(String host) throws IOException {
    String head = "Host: " + host.replace("PORT", Integer.toString(port)) + "\r\n";

    assertThat(answer(get("/api/state", head))).contains(" 403 ");
    assertThat(answer(get("/bot" + preview.token() + "/getMe", head))).contains(" 403 ");
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example, 403",
    "https://localhost:PORT, 403",
    "http://localhost:1, 403",
    "http://localhost.evil.example:PORT, 403",
    "null, 403",
    "file://, 403",
    "http://localhost:PORT, 200",
    "http://127.0.0.1:PORT, 200"
  })
  void pageOfAStrangeSiteIsRefused(String origin, int status) throws IOException {
    String heads =
        "Host: localhost:PORT\r\nOrigin: %s\r\n"
            .formatted(origin)
            .replace("PORT", Integer.toString(port));

    assertThat(answer(get("/api/state", heads))).contains(" " + status + " ");
  }

  private static byte[] get(String path, String headers) {
    return ("GET " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void otherAddressesOfThisMachineLeadNowhere() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), port), 500);
      throw new AssertionError("The preview listens on more than 127.0.0.1");
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("refused");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files/../../../../etc/passwd",
        "/files/..%2f..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/page.js/../../../../etc/passwd",
        "/preview/page.html",
        "/../page.html"
      })
  void noPathLeadsToAFileOfTheMachine(String path) throws IOException {
    assertThat(answer(get(path, "Host: localhost:" + port + "\r\n")))
        .containsAnyOf(" 404 ", " 400 ");
  }
}
