package pl.soclab.webinarbot.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files that residents send on the page and that the page lets them save, over HTTP. */
class PageFilesTest {
  private static final int MEBIBYTE = 1024 * 1024;

  private final Preview preview =
      Preview.start(
          PreviewSettings.startingAt(ApiClient.START)
              .onPort(0)
              .labelled(Map.of(PreviewSettings.FIRST_RESIDENT, "organizatorka")));
  private final ApiClient api = new ApiClient(preview);
  private final TestResident anna = preview.residents().named("Anna");

  @BeforeEach
  void annaHasWritten() {
    anna.starts("");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void fileReachesTheBotAndIsDownloadedNotShown() {
    assertThat(upload("zażółć.html", "<script>".getBytes(StandardCharsets.UTF_8), "").statusCode())
        .isEqualTo(200);

    JsonNode document = newest().path("document");
    HttpResponse<String> file =
        api.get(uri("/files/" + document.path("file_id").asString() + "/x"));

    assertThat(document.path("file_name").asString()).isEqualTo("zażółć.html");
    assertThat(document.path("file_size").asInt()).isEqualTo(8);
    assertThat(file.body()).isEqualTo("<script>");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''za%C5%BC%C3%B3%C5%82%C4%87.html");
  }

  @ParameterizedTest
  @CsvSource({
    "plan.md, text/markdown",
    "plan.txt, text/plain",
    "plan.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "plan, application/octet-stream"
  })
  void fileIsKnownByItsNameAsTelegramTellsIt(String name, String mediaType) {
    upload(name, new byte[] {80, 75, 3, 4}, "nowy plan");

    assertThat(newest().path("document").path("mime_type").asString()).isEqualTo(mediaType);
    assertThat(newest().path("caption").asString()).isEqualTo("nowy plan");
  }

  @Test
  void fileOfTwentyMebibytesIsTakenAndALongerOneIsNot() {
    assertThat(upload("plan.md", new byte[20 * MEBIBYTE], "").statusCode()).isEqualTo(200);

    assertThat(upload("film.mp4", new byte[20 * MEBIBYTE + 1], "").body())
        .contains("Plik może mieć najwyżej 20 MB");
    assertThat(newest().path("document").path("file_name").asString()).isEqualTo("plan.md");
  }

  @Test
  void whatCannotBeSentIsSaidInPolish() {
    byte[] content = {'a'};

    assertThat(upload("a.md", new byte[0], "").body()).contains("Plik jest pusty");
    assertThat(upload("a.md", content, "a".repeat(1025)).body())
        .contains("Podpis jest za długi: może mieć najwyżej 1024 znaków");
    assertThat(exchange("?chat=7&name=a", "application/octet-stream", content, null).body())
        .contains("Nie ma takiej rozmowy");
    anna.blocksBot();
    assertThat(upload("a.md", content, "").body()).contains("Bot jest zablokowany");
  }

  @Test
  void formsOfStrangeSitesAreRefused() {
    String anna = "?chat=" + this.anna.id() + "&from=" + this.anna.id() + "&name=a.md";
    byte[] content = {'a'};

    assertThat(exchange(anna, "multipart/form-data; boundary=g", content, null).statusCode())
        .isEqualTo(409);
    assertThat(
            exchange(anna, "application/octet-stream", content, "https://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(newest().has("document")).isFalse();
  }

  @Test
  void labelOfAResidentIsInTheState() {
    JsonNode state = Json.read(api.get(uri("/api/state")).body());

    assertThat(state.path("chats").findValuesAsString("label"))
        .containsExactly("organizatorka", "", "", "");
  }

  private JsonNode newest() {
    return api.result("getUpdates", "{'offset': -1}").get(0).path("message");
  }

  private HttpResponse<String> upload(String name, byte[] content, String caption) {
    String query =
        "?chat="
            + anna.id()
            + "&from="
            + anna.id()
            + "&name="
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "&caption="
            + URLEncoder.encode(caption, StandardCharsets.UTF_8);
    return exchange(query, "application/octet-stream", content, null);
  }

  private HttpResponse<String> exchange(
      String query, String contentType, byte[] content, @Nullable String origin) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/api/file" + query))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(content));
    return api.exchange((origin == null ? request : request.header("Origin", origin)).build());
  }

  private URI uri(String path) {
    return URI.create(preview.botApi() + path);
  }
}
