package pl.soclab.webinarbot.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files and commands of the Bot API, over HTTP. */
class BotApiFilesTest {
  private static final String CALENDAR =
      "BEGIN:VCALENDAR\r\n\r\n--nie granica\r\nEND:VCALENDAR\r\n";

  private final Preview preview = ApiClient.preview();
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
  void uploadedDocumentArrivesAndCanBeDownloadedAndSentAgain() {
    JsonNode sent = sendDocument("attach://plik", "plik", CALENDAR, "Do kalendarza").path("result");
    String fileId = sent.path("document").path("file_id").asString();

    JsonNode file = api.result("getFile", "{'file_id': '" + fileId + "'}");
    api.result("sendDocument", "{'chat_id': " + anna.id() + ", 'document': '" + fileId + "'}");

    URI download =
        URI.create(
            preview.botApi()
                + "/file/bot"
                + preview.token()
                + "/"
                + file.path("file_path").asString());
    assertThat(api.get(download).body()).isEqualTo(CALENDAR);
    assertThat(file.path("file_size").asInt()).isEqualTo(CALENDAR.length());
    assertThat(anna.received()).extracting(SentMessage::text).containsExactly("Do kalendarza", "");
    assertThat(anna.received().getLast().file())
        .isEqualTo(
            new SentMessage.SentFile("webinar ż.ics", "text/calendar", Bytes.utf8(CALENDAR)));
  }

  @Test
  void partNamedDocumentIsTheFileToo() {
    assertThat(sendDocument("", "document", CALENDAR, "").path("ok")).hasToString("true");
  }

  @Test
  void documentsAreRefusedWithTelegramsWords() {
    assertThat(description(sendDocument("attach://brak", "plik", "x", "")))
        .isEqualTo("Bad Request: there is no document in the request");
    assertThat(description(sendDocument("attach://plik", "plik", "", "")))
        .isEqualTo("Bad Request: file must be non-empty");
    assertThat(description(sendDocument("attach://plik", "plik", "x", "a".repeat(1025))))
        .isEqualTo("Bad Request: message caption is too long");
    assertThat(document("nieznany")).startsWith("400 Bad Request: wrong remote file identifier");
    assertThat(document("https://example.org/a.ics"))
        .isEqualTo("400 Bad Request: failed to get HTTP URL content");
    assertThat(api.refusal("getFile", "{'file_id': 'nieznany'}"))
        .isEqualTo("400 Bad Request: invalid file_id");
    assertThat(api.refusal("getFile", "{}")).isEqualTo("400 Bad Request: file_id not specified");
  }

  private String document(String value) {
    return api.refusal(
        "sendDocument", "{'chat_id': " + anna.id() + ", 'document': '" + value + "'}");
  }

  @Test
  void brokenBodiesAreRefused() {
    assertThat(api.post("sendMessage", "application/json", "{\"chat_id\":").statusCode())
        .isEqualTo(400);
    assertThat(
            api.post("sendDocument", "multipart/form-data; boundary=g", "--g\r\nContent-Dis")
                .body())
        .contains("the multipart request breaks off");
  }

  @Test
  void downloadsNeedTheTokenAndAKnownPath() {
    URI strange = URI.create(preview.botApi() + "/file/bot1:x/documents/preview-file-1.ics");
    URI unknown =
        URI.create(preview.botApi() + "/file/bot" + preview.token() + "/documents/other.ics");

    assertThat(api.get(strange).statusCode()).isEqualTo(401);
    assertThat(api.get(unknown).statusCode()).isEqualTo(404);
  }

  @Test
  void documentOfAResidentCanBeDownloadedByTheBot() {
    anna.sendsDocument("plan.md", "text/markdown", "# Plan".getBytes(StandardCharsets.UTF_8), "");

    JsonNode document =
        api.result("getUpdates", "{'offset': -1}").get(0).path("message").path("document");

    assertThat(document.path("file_name").asString()).isEqualTo("plan.md");
    assertThat(
            api.result("getFile", "{'file_id': '" + document.path("file_id").asString() + "'}")
                .path("file_path")
                .asString())
        .endsWith(".md");
  }

  @Test
  void fileBeyondTwentyMebibytesIsRefusedAsTelegramDoes() {
    anna.sendsFile("film.mp4", new byte[20 * 1024 * 1024 + 1], "");

    JsonNode document =
        api.result("getUpdates", "{'offset': -1}").get(0).path("message").path("document");

    assertThat(api.refusal("getFile", "{'file_id': '" + document.path("file_id").asString() + "'}"))
        .isEqualTo("400 Bad Request: file is too big");
  }

  @Test
  void commandsAreKeptByScopeAndLanguage() {
    String scope = "{'type': 'chat', 'chat_id': " + anna.id() + "}";
    api.result("setMyCommands", commands("kiedy"));
    api.result(
        "setMyCommands",
        commands("when").replace("]}", "], 'language_code': 'en', 'scope': " + scope + "}"));

    assertThat(api.result("getMyCommands", "{}").get(0).path("command").asString())
        .isEqualTo("kiedy");
    assertThat(api.result("getMyCommands", "{'language_code': 'en'}")).isEmpty();
    assertThat(api.result("getMyCommands", "{'language_code': 'en', 'scope': " + scope + "}"))
        .hasSize(1);
    api.result("deleteMyCommands", "{}");
    assertThat(api.result("getMyCommands", "{}")).isEmpty();
  }

  @Test
  void commandsWithPolishLettersOrWithoutDescriptionAreRefused() {
    assertThat(api.refusal("setMyCommands", commands("tłumaczenie")))
        .isEqualTo("400 Bad Request: BOT_COMMAND_INVALID");
    assertThat(api.refusal("setMyCommands", "{'commands': [{'command': 'a', 'description': ''}]}"))
        .isEqualTo("400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
    assertThat(api.refusal("setMyCommands", "{'commands': [], 'scope': {'type': 'moon'}}"))
        .contains("can't parse BotCommandScope");
  }

  @Test
  void chatThatNeverWroteHasNoCommandsOfItsOwn() {
    assertThat(
            api.refusal(
                "setMyCommands",
                commands("plan").replace("]}", "], 'scope': {'type': 'chat', 'chat_id': 7}}")))
        .isEqualTo("400 Bad Request: chat not found");
  }

  @Test
  void descriptionIsKept() {
    api.result("setMyDescription", "{'description': 'Pomagam'}");

    assertThat(api.result("getMyDescription", "{}").path("description").asString())
        .isEqualTo("Pomagam");
  }

  private static String commands(String name) {
    return "{'commands': [{'command': '" + name + "', 'description': 'Opis'}]}";
  }

  private JsonNode sendDocument(String document, String part, String content, String caption) {
    String body =
        field("chat_id", Long.toString(anna.id()))
            + (document.isEmpty() ? "" : field("document", document))
            + field("caption", caption)
            + "--granica\r\nContent-Disposition: form-data; name=\""
            + part
            + "\"; filename=\"webinar ż.ics\"\r\nContent-Type: text/calendar\r\n\r\n"
            + content
            + "\r\n--granica--\r\n";
    return Json.read(
        api.post("sendDocument", "multipart/form-data; boundary=granica", body).body());
  }

  private static String field(String name, String value) {
    return "--granica\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  private static String description(JsonNode envelope) {
    return envelope.path("description").asString();
  }
}
