package pl.soclab.webinarbot.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the page is made of and what it may do, over HTTP. */
class PageTest {
  private final Preview preview =
      Preview.start(PreviewSettings.startingAt(ApiClient.START).onPort(0).afterAllEvents());
  private final ApiClient api = new ApiClient(preview);
  private final TestResident anna = preview.residents().named("Anna");

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/page.css",
        "/page.js",
        "/server.js",
        "/chats.js",
        "/messages.js",
        "/composer.js",
        "/attach.js",
        "/menus.js",
        "/clock.js",
        "/favicon.svg",
        "/favicon.ico",
        "/robots.txt"
      })
  void filesAreServedFreshAndFenced(String path) {
    HttpResponse<String> answer = api.get(uri(path));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'");
    assertThat(answer.body())
        .as("nothing from outside")
        .doesNotContainPattern("(src|href)=\"https?:|@import|url\\(http");
  }

  @Test
  void pageIsPolishAndHasItsLandmarks() {
    String page = api.get(uri("/")).body();

    assertThat(page)
        .contains("<html lang=\"pl\">", "<header", "<nav", "<main", "role=\"log\"", "aria-live");
  }

  @Test
  void stateHasTheBannerTheClockAndTheChats() {
    JsonNode state = Json.read(api.get(uri("/api/state")).body());

    assertThat(state.path("banner").asString())
        .startsWith("Wszystkie wydarzenia już się odbyły")
        .contains("16 lutego 2022, 12:00");
    assertThat(state.path("chats").findValuesAsString("title"))
        .containsExactly("Anna", "Bartek", "Oksana", "Sąsiedzi");
    assertThat(state.path("clock").path("now").asLong())
        .isGreaterThanOrEqualTo(ApiClient.START.toEpochMilli());
  }

  @Test
  void strangeHostIsRefused() throws Exception {
    assertThat(statusFor("evil.example:" + preview.botApi().getPort())).contains(" 403 ");
    assertThat(statusFor("localhost:" + preview.botApi().getPort())).contains(" 200 ");
  }

  private String statusFor(String host) throws Exception {
    try (var socket = connected();
        var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      out.print("GET /api/state HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      out.flush();
      return String.valueOf(in.readLine());
    }
  }

  @Test
  void strangeOriginAndFormsOfStrangeSitesAreRefused() {
    HttpRequest.Builder say =
        HttpRequest.newBuilder(uri("/api/say")).POST(BodyPublishers.ofString(annaSays("a")));

    HttpResponse<String> strange =
        api.exchange(
            say.copy()
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/json")
                .build());
    HttpResponse<String> form =
        api.exchange(say.copy().header("Content-Type", "text/plain").build());

    assertThat(strange.statusCode()).isEqualTo(403);
    assertThat(form.statusCode()).isEqualTo(409);
    assertThat(preview.residents().unconfirmedUpdates()).isZero();
  }

  @Test
  void whatIsSaidOnThePageReachesTheBot() {
    HttpResponse<String> answer = post("say", annaSays("o ktorej to jest??"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(api.result("getUpdates", "{}").get(0).path("message").path("text").asString())
        .isEqualTo("o ktorej to jest??");
  }

  @Test
  void whatCannotBeDoneIsSaidInPolish() {
    anna.starts("");
    anna.blocksBot();

    assertThat(post("say", annaSays("a")).body()).contains("Bot jest zablokowany");
    assertThat(post("say", annaSays(" ")).body()).contains("Wiadomość jest pusta");
    assertThat(post("say", "{'chat': 7}").body()).contains("problem");
    assertThat(post("clock", "{'to': 'jutro'}").body()).contains("Podaj dzień i godzinę");
    assertThat(post("clock", "{'by': 99999999999}").body()).contains("400 dni");
    assertThat(post("dance", "{}").statusCode()).isEqualTo(404);
    assertThat(post("press", "{'chat': " + anna.id() + ", 'message': 9}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void textIsPassedOnAsSomebodyElsesAndCannotBeCorrected() {
    post("say", annaSays("Zapraszamy").replace("}", ", 'forwarded': true}"));
    JsonNode message = api.result("getUpdates", "{}").get(0).path("message");

    HttpResponse<String> corrected =
        post(
            "edit",
            annaSays("Nie zapraszamy").replace("}", ", 'message': " + message.path("message_id"))
                + "}");

    assertThat(message.path("text").asString()).isEqualTo("Zapraszamy");
    assertThat(message.path("forward_origin").path("type").asString()).isEqualTo("hidden_user");
    assertThat(corrected.body()).contains("Tej wiadomości nie można poprawić");
  }

  @Test
  void clockIsMovedInPolishTime() {
    post("clock", "{'to': '2022-02-17T08:50'}");
    Instant morning = Instant.parse("2022-02-17T07:50:00Z");

    assertThat(preview.clock().instant()).isBetween(morning, morning.plusSeconds(60));
    post("clock", "{'by': -3600}");
    assertThat(preview.clock().instant()).isBefore(morning);
  }

  @Test
  void liveUpdatesFollowFromWhereThePageWas() throws Exception {
    JsonNode state = Json.read(api.get(uri("/api/state")).body());
    String query = "?run=" + state.path("run").asString() + "&after=" + state.path("last").asLong();
    anna.writes("kiedy?");

    assertThat(firstEvent("/api/events" + query)).isEqualTo("event: message");
    assertThat(firstEvent("/api/events?run=earlier&after=1")).isEqualTo("event: reload");
  }

  private String firstEvent(String path) throws Exception {
    try (var socket = connected();
        var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.setSoTimeout(10_000);
      out.print("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      out.flush();
      String line = in.readLine();
      while (line != null && !line.startsWith("event:")) {
        line = in.readLine();
      }
      return String.valueOf(line);
    }
  }

  private Socket connected() throws IOException {
    return new Socket(InetAddress.ofLiteral("127.0.0.1"), preview.botApi().getPort());
  }

  private String annaSays(String text) {
    return Json.write(
        Json.object().put("chat", anna.id()).put("from", anna.id()).put("text", text));
  }

  private HttpResponse<String> post(String action, String json) {
    return api.exchange(
        HttpRequest.newBuilder(uri("/api/" + action))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.replace('\'', '"')))
            .build());
  }

  private URI uri(String path) {
    return URI.create(preview.botApi() + path);
  }
}
