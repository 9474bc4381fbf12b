package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.SOON;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.PreviewSettings;

/** What the webhook answers to whom, over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class WebhookControllerTest {
  private static final Instant START = Instant.parse("2022-02-16T11:00:00Z");

  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private static final String SECRET = "Tajne_haslo-1";
  private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final int MEBIBYTE = 1 << 20;

  private final Preview preview = Preview.start(PreviewSettings.startingAt(START).onPort(0));
  private final HttpClient client = HttpClient.newHttpClient();
  private final InMemoryInbox memory = new InMemoryInbox();
  private final AtomicBoolean down = new AtomicBoolean();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FakeConversation conversation = new FakeConversation();
  private URI address;
  private TelegramBot bot;
  private WebServer server;

  @BeforeEach
  void start() throws Exception {
    address = URI.create("http://127.0.0.1:" + freePort() + "/hook");
    bot =
        new TelegramBot(
            new TelegramSettings(preview.token(), preview.botApi())
                .with(new WebhookSettings(address, SECRET)),
            conversation,
            new FakeFlood(),
            Menus.of(List.of()),
            new Place(
                new FailingInbox(memory, down), new InMemoryRoster(), true, DutyTiming.standard()),
            preview.clock(),
            meters,
            BotOnPreview.shortTiming());
    TOMCAT.setLevel(Level.WARNING);
    var factory = new TomcatServletWebServerFactory(address.getPort());
    factory.setAddress(InetAddress.ofLiteral("127.0.0.1"));
    server =
        factory.getWebServer(
            context ->
                context.addServlet("hook", new ServletOf(bot.webhook())).addMapping("/hook"));
    server.start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static final class ServletOf extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient WebhookController controller;

    ServletOf(WebhookController controller) {
      this.controller = controller;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      controller.handleRequest(request, response);
    }
  }

  @AfterEach
  void stop() {
    bot.close();
    server.destroy();
    preview.close();
    client.close();
  }

  private HttpResponse<String> post(@Nullable String secret, BodyPublisher body) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(body);
    if (secret != null) {
      request.header(HEADER, secret);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private int posted(@Nullable String secret, String body) throws Exception {
    HttpResponse<String> answer = post(secret, BodyPublishers.ofString(body));
    assertThat(answer.body()).as("nobody is told more than a status").isEmpty();
    return answer.statusCode();
  }

  private static String update(long id, String text) {
    return """
        {"update_id": %d, "message": {"message_id": 9, "date": 1645000000, "text": "%s",
         "from": {"id": 501, "is_bot": false}, "chat": {"id": 501, "type": "private"}}}
        """
        .formatted(id, text);
  }

  private double count(String meter) {
    return meters.get(meter).counter().count();
  }

  @Test
  void deliveryIsStoredBeforeItIsTakenAndAnsweredOnce() throws Exception {
    assertThat(posted(SECRET, update(7, "hej"))).isEqualTo(200);
    assertThat(memory.backlog()).isEqualTo(1);

    assertThat(posted(SECRET, update(7, "hej"))).as("a repeat").isEqualTo(200);

    assertThat(memory.backlog()).isEqualTo(1);
    assertThat(count("telegram.updates.taken")).isEqualTo(1);
  }

  @Test
  void residentIsAnsweredByWebhook() {
    bot.start();

    preview.residents().named("Anna").writes("hej");

    assertThat(preview.residents().named("Anna").awaitMessages(1, SOON).getFirst().text())
        .isEqualTo("Echo: hej");
    eventually(() -> assertThat(bot.status().state()).isEqualTo(TelegramStatus.State.CONNECTED));
    assertThat(bot.status().lastPoll()).isNotNull();
  }

  @Test
  void deliveriesThatFailAreTold() {
    bot.start();
    eventually(() -> assertThat(bot.status().state()).isEqualTo(TelegramStatus.State.CONNECTED));
    down.set(true);

    preview.residents().named("Anna").writes("hej");

    eventually(() -> assertThat(bot.status().state()).isEqualTo(TelegramStatus.State.UNREACHABLE));
    down.set(false);
    preview.residents().named("Anna").awaitMessages(1, SOON);
    eventually(() -> assertThat(bot.status().state()).isEqualTo(TelegramStatus.State.CONNECTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Tajne_haslo-2", "tajne_haslo-1", "Tajne_haslo-1x", "Tajne_haslo-"})
  void wrongSecretIsRefusedWithoutAWord(String secret) throws Exception {
    assertThat(posted(secret, update(7, "hej"))).isEqualTo(401);

    assertThat(memory.backlog()).isZero();
    assertThat(count("telegram.deliveries.refused")).isEqualTo(1);
  }

  @Test
  void missingSecretIsRefusedWithoutAWord() throws Exception {
    assertThat(posted(null, update(7, "hej"))).isEqualTo(401);

    assertThat(memory.backlog()).isZero();
  }

  @Test
  void otherMethodsAreNone() throws Exception {
    HttpRequest get = HttpRequest.newBuilder(address).header(HEADER, SECRET).build();

    assertThat(client.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void longestBodyIsAMebibyteWhetherItSaysSoOrNot() throws Exception {
    byte[] tooLong = new byte[MEBIBYTE + 1];
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong));

    assertThat(post(SECRET, BodyPublishers.ofByteArray(tooLong)).statusCode()).isEqualTo(413);
    assertThat(post(SECRET, chunked).statusCode()).isEqualTo(413);

    byte[] longest = new byte[MEBIBYTE];
    assertThat(post(SECRET, BodyPublishers.ofByteArray(longest)).statusCode()).isEqualTo(200);
  }

  @Test
  void updateInChunksIsTaken() throws Exception {
    byte[] body = update(7, "hej").getBytes(StandardCharsets.UTF_8);
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

    assertThat(post(SECRET, chunked).statusCode()).isEqualTo(200);

    assertThat(memory.backlog()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "hej",
        "null",
        "7",
        "[]",
        "[{\"update_id\": 7}]",
        "{}",
        "{\"update_id\": \"x\"}",
        "{\"update_id\": 99999999999999999999}"
      })
  void whatCannotBeReadIsCountedAndTakenSoThatItIsNotRepeated(String body, CapturedOutput log)
      throws Exception {
    assertThat(posted(SECRET, body)).isEqualTo(200);

    assertThat(count("telegram.updates.unreadable")).isEqualTo(1);
    assertThat(memory.backlog()).isZero();
    assertThat(log.getAll()).contains("skipped").doesNotContain("hej");
  }

  @Test
  void deepUpdateIsTakenAndHarmsNobody() throws Exception {
    assertThat(posted(SECRET, "{\"a\":".repeat(100_000))).isEqualTo(200);
    assertThat(posted(SECRET, "[".repeat(500_000))).isEqualTo(200);

    assertThat(count("telegram.updates.unreadable")).isEqualTo(2);
  }

  @Test
  void databaseThatIsDownHasTelegramRepeat(CapturedOutput log) throws Exception {
    down.set(true);
    assertThat(posted(SECRET, update(7, "moja tajemnica"))).isEqualTo(503);

    down.set(false);
    assertThat(posted(SECRET, update(7, "moja tajemnica"))).isEqualTo(200);

    assertThat(memory.backlog()).isEqualTo(1);
    assertThat(log.getAll()).doesNotContain("tajemnica").doesNotContain(SECRET);
  }

  @Test
  void deliveryToABotThatStopsIsKept() throws Exception {
    bot.start();
    bot.close();

    assertThat(posted(SECRET, update(7, "hej"))).isEqualTo(200);

    assertThat(memory.backlog()).isEqualTo(1);
  }
}
