package pl.soclab.webinarbot.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Updates that go to the bot's own address. */
class WebhookTest {
  private record Delivery(String body, String secret) {}

  private final Preview preview = ApiClient.preview();
  private final ApiClient api = new ApiClient(preview);
  private final TestResident anna = preview.residents().named("Anna");
  private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
  private final AtomicInteger failures = new AtomicInteger();
  private HttpServer bot;

  @BeforeEach
  void startBot() throws IOException {
    bot = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    bot.createContext(
        "/hook",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String secret = exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token");
          boolean fails = failures.getAndDecrement() > 0;
          exchange.sendResponseHeaders(fails ? 500 : 200, -1);
          exchange.close();
          deliveries.add(new Delivery(body, String.valueOf(secret)));
        });
    bot.start();
  }

  @AfterEach
  void close() {
    bot.stop(0);
    api.close();
  }

  private String url() {
    return "http://127.0.0.1:" + bot.getAddress().getPort() + "/hook";
  }

  @Test
  void updatesArriveWithTheSecretAndAgainUntilTheyAreTaken() throws Exception {
    failures.set(1);
    anna.writes("przed");
    api.result("setWebhook", "{'url': '" + url() + "', 'secret_token': 'tajne_1'}");

    Delivery refused = deliveries.poll(10, TimeUnit.SECONDS);
    Delivery taken = deliveries.poll(10, TimeUnit.SECONDS);

    assertThat(refused).isNotNull().isEqualTo(taken);
    assertThat(taken.secret()).isEqualTo("tajne_1");
    assertThat(Json.read(taken.body()).path("message").path("text").asString()).isEqualTo("przed");
    preview.residents().awaitConfirmed(ApiClient.SOON);
    anna.writes("po");
    assertThat(deliveries.poll(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void addressThatIsSetOnceMoreGetsEachUpdateOnce() throws Exception {
    for (int instance = 0; instance < 3; instance++) {
      api.result("setWebhook", "{'url': '" + url() + "', 'secret_token': 'tajne_1'}");
    }

    anna.writes("raz");
    anna.writes("dwa");

    for (String text : List.of("raz", "dwa")) {
      Delivery delivery = deliveries.poll(10, TimeUnit.SECONDS);
      assertThat(delivery).isNotNull();
      assertThat(delivery.body()).contains(text);
    }
    preview.residents().awaitConfirmed(ApiClient.SOON);
    assertThat(deliveries).isEmpty();
  }

  @Test
  void pollingWithAWebhookIsAConflictUntilItIsDeleted() {
    api.result("setWebhook", "{'url': '" + url() + "'}");

    assertThat(api.refusal("getUpdates", "{}"))
        .startsWith("409 Conflict: can't use getUpdates method while webhook is active");
    api.result("deleteWebhook", "{'drop_pending_updates': true}");
    assertThat(api.result("getUpdates", "{}")).isEmpty();
  }

  @Test
  void infoTellsWhatIsSet() {
    api.result("setWebhook", "{'url': '" + url() + "', 'allowed_updates': ['message']}");

    JsonNode info = api.result("getWebhookInfo", "{}");

    assertThat(info.path("url").asString()).isEqualTo(url());
    assertThat(info.path("pending_update_count").asInt()).isZero();
    assertThat(info.path("allowed_updates").get(0).asString()).isEqualTo("message");
    api.result("setWebhook", "{'url': ''}");
    assertThat(api.result("getWebhookInfo", "{}").path("url").asString()).isEmpty();
  }

  @Test
  void strangeAddressesAndSecretsAreRefused() {
    assertThat(api.refusal("setWebhook", "{'url': 'http://example.org/hook'}"))
        .isEqualTo("400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
    assertThat(api.refusal("setWebhook", "{'url': 'no address'}"))
        .isEqualTo("400 Bad Request: invalid webhook URL specified");
    assertThat(api.refusal("setWebhook", "{'url': '" + url() + "', 'secret_token': 'ż'}"))
        .isEqualTo("400 Bad Request: secret token contains unallowed characters");
  }
}
