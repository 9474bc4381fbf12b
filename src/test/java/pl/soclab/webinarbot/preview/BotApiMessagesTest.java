package pl.soclab.webinarbot.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The Bot API's messages, over HTTP. */
class BotApiMessagesTest {
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
  void methodNamesAreComparedIgnoringCase() {
    JsonNode me = api.result("GETME", "{}");

    assertThat(me.path("is_bot").asBoolean()).isTrue();
    assertThat(me.path("username").asString()).isEqualTo("podglad_bot");
    assertThat(api.result("getme", "{}")).isEqualTo(me);
  }

  @Test
  void wrongTokenIsUnauthorized() {
    var answer = api.get(URI.create(preview.botApi() + "/bot1:wrong/getMe"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
  }

  @Test
  void unknownMethodIsNotFound() {
    assertThat(api.refusal("sendHologram", "{}")).isEqualTo("404 Not Found: method not found");
  }

  @Test
  void parametersComeInTheQueryAFormOrJson() {
    api.get(URI.create(api.method("sendMessage") + "?chat_id=" + anna.id() + "&text=raz+dwa"));
    api.post(
        "sendMessage",
        "application/x-www-form-urlencoded",
        "chat_id=" + anna.id() + "&text=%C5%BC");
    api.call("sendMessage", "{'chat_id': '" + anna.id() + "', 'text': 'trzy'}");

    assertThat(anna.received())
        .extracting(SentMessage::text)
        .containsExactly("raz dwa", "ż", "trzy");
  }

  @Test
  void htmlBecomesEntities() {
    api.send(anna.id(), "<b>Hasło:</b> <code>969412</code> &lt;3", "'parse_mode': 'HTML'");

    SentMessage message = anna.received().getFirst();
    assertThat(message.text()).isEqualTo("Hasło: 969412 <3");
    assertThat(message.wordsIn("code")).containsExactly("969412");
    assertThat(message.wordsIn("bold")).containsExactly("Hasło:");
    assertThat(message.at()).isBetween(ApiClient.START, ApiClient.START.plusSeconds(60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<x>a</x>|Unsupported start tag \"x\" at byte offset 0",
        "ą <b>a|Can't find end tag corresponding to start tag \"b\"",
        "ą a</b>|Unexpected end tag at byte offset 4",
        "<b>a</i>|Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
        "5 < 6|Unsupported start tag \"\" at byte offset 2",
        "a <b|Unclosed start tag at byte offset 2",
        "<span class=\"x\">a</span>|Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
      })
  void brokenHtmlIsRefused(String html, String reason) {
    JsonNode answer = api.send(anna.id(), html, "'parse_mode': 'HTML'");

    assertThat(answer.path("error_code").asInt()).isEqualTo(400);
    assertThat(answer.path("description").asString())
        .isEqualTo("Bad Request: can't parse entities: " + reason);
  }

  @Test
  void textHasOneTo4096CharactersAfterParsing() {
    String longest = "a".repeat(4096);

    assertThat(api.send(anna.id(), "<b>" + longest + "</b>", "'parse_mode': 'HTML'").path("ok"))
        .hasToString("true");
    assertThat(api.send(anna.id(), longest + "a", "").path("description").asString())
        .isEqualTo("Bad Request: message is too long");
    assertThat(api.send(anna.id(), "  ", "").path("description").asString())
        .isEqualTo("Bad Request: message text is empty");
    assertThat(api.refusal("sendMessage", "{'chat_id': 1}"))
        .isEqualTo("400 Bad Request: message text is empty");
  }

  @Test
  void chatsThatNeverWroteAreNotFound() {
    long bartek = preview.residents().named("Bartek").id();

    assertThat(api.refusal("sendMessage", "{'chat_id': " + bartek + ", 'text': 'a'}"))
        .isEqualTo("400 Bad Request: chat not found");
    assertThat(api.refusal("sendMessage", "{'text': 'a'}"))
        .isEqualTo("400 Bad Request: chat_id is empty");
  }

  @Test
  void blockedBotIsForbiddenToWriteAndToType() {
    anna.blocksBot();

    String refusal = "403 Forbidden: bot was blocked by the user";
    assertThat(api.refusal("sendMessage", "{'chat_id': " + anna.id() + ", 'text': 'a'}"))
        .isEqualTo(refusal);
    assertThat(api.refusal("sendChatAction", "{'chat_id': " + anna.id() + ", 'action': 'typing'}"))
        .isEqualTo(refusal);
  }

  @Test
  void unknownActionAndParseModeAreRefused() {
    assertThat(api.refusal("sendChatAction", "{'chat_id': " + anna.id() + ", 'action': 'sing'}"))
        .isEqualTo("400 Bad Request: wrong parameter action in request");
    assertThat(api.send(anna.id(), "a", "'parse_mode': 'Wiki'").path("description").asString())
        .isEqualTo("Bad Request: unsupported parse_mode");
  }

  @Test
  void callbackDataHasOneTo64Bytes() {
    String fits = "ż".repeat(32);

    assertThat(keyboard("{'text': 'a', 'callback_data': '" + fits + "'}")).isEqualTo("");
    assertThat(keyboard("{'text': 'a', 'callback_data': '" + fits + "x'}"))
        .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
    assertThat(keyboard("{'text': 'a', 'callback_data': ''}"))
        .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
    assertThat(keyboard("{'text': 'a'}"))
        .contains("Text buttons are unallowed in the inline keyboard");
    assertThat(keyboard("{'text': 'a', 'url': 'zoom'}")).contains("Wrong HTTP URL");
  }

  private String keyboard(String button) {
    return api.send(anna.id(), "a", "'reply_markup': {'inline_keyboard': [[" + button + "]]}")
        .path("description")
        .asString("");
  }

  @Test
  void moreThanAHundredButtonsAreTooMany() {
    String button = "[{'text': 'a', 'callback_data': 'a'}]";
    String rows = String.join(",", Collections.nCopies(101, button));

    JsonNode answer =
        api.send(anna.id(), "a", "'reply_markup': {'inline_keyboard': [" + rows + "]}");

    assertThat(answer.path("description").asString())
        .isEqualTo("Bad Request: reply markup is too long");
  }

  @Test
  void repliesPointAtAMessageThatExists() {
    long question = anna.writes("o której?");

    JsonNode reply =
        api.send(anna.id(), "o 9:00", "'reply_parameters': {'message_id': " + question + "}");

    assertThat(reply.path("result").path("reply_to_message").path("text").asString())
        .isEqualTo("o której?");
    assertThat(
            api.send(anna.id(), "a", "'reply_parameters': {'message_id': 999999}")
                .path("description")
                .asString())
        .isEqualTo("Bad Request: message to be replied not found");
  }

  @Test
  void editingChangesTextAndButtons() {
    long id = sent("stary");

    api.result(
        "editMessageText",
        "{'chat_id': "
            + anna.id()
            + ", 'message_id': "
            + id
            + ", 'text': 'nowy', 'reply_markup':"
            + " {'inline_keyboard': [[{'text': 'Tak', 'callback_data': 't'}]]}}");

    SentMessage message = anna.received().getFirst();
    assertThat(message.text()).isEqualTo("nowy");
    assertThat(message.labels()).containsExactly("Tak");
    assertThat(message.edited()).isTrue();
    api.result(
        "editMessageReplyMarkup", "{'chat_id': " + anna.id() + ", 'message_id': " + id + "}");
    assertThat(anna.received().getFirst().buttons()).isEmpty();
  }

  @Test
  void editingIsRefusedWithTelegramsWords() {
    long own = sent("tekst");
    long annas = anna.writes("moje");

    assertThat(edit(own, "tekst")).startsWith("400 Bad Request: message is not modified");
    assertThat(edit(annas, "x")).isEqualTo("400 Bad Request: message can't be edited");
    assertThat(edit(424_242, "x")).isEqualTo("400 Bad Request: message to edit not found");
    assertThat(api.refusal("editMessageText", "{'chat_id': " + anna.id() + ", 'text': 'x'}"))
        .isEqualTo("400 Bad Request: message identifier is not specified");
  }

  private String edit(long id, String text) {
    return api.refusal(
        "editMessageText",
        "{'chat_id': " + anna.id() + ", 'message_id': " + id + ", 'text': '" + text + "'}");
  }

  @Test
  void messagesAreDeletedFor48Hours() {
    long first = sent("pierwsza");
    long second = sent("druga");

    api.result("deleteMessage", "{'chat_id': " + anna.id() + ", 'message_id': " + first + "}");
    preview.clock().moveBy(Duration.ofHours(49));

    assertThat(anna.received()).extracting(SentMessage::deleted).containsExactly(true, false);
    assertThat(
            api.refusal(
                "deleteMessage", "{'chat_id': " + anna.id() + ", 'message_id': " + second + "}"))
        .isEqualTo("400 Bad Request: message can't be deleted");
    assertThat(
            api.refusal(
                "deleteMessage", "{'chat_id': " + anna.id() + ", 'message_id': " + first + "}"))
        .isEqualTo("400 Bad Request: message to delete not found");
  }

  @Test
  void groupThatBecameASupergroupTellsItsNewId() {
    TestGroup group = preview.residents().group("Sąsiedzi");

    TestGroup supergroup = group.becomesSupergroup();

    JsonNode answer = api.call("sendMessage", "{'chat_id': " + group.id() + ", 'text': 'a'}");
    assertThat(answer.path("parameters").path("migrate_to_chat_id").asLong())
        .isEqualTo(supergroup.id());
    assertThat(
            api.call("sendMessage", "{'chat_id': " + supergroup.id() + ", 'text': 'a'}").path("ok"))
        .hasToString("true");
  }

  @Test
  void groupThatThrewTheBotOutIsForbidden() {
    TestGroup group = preview.residents().group("Sąsiedzi");

    group.removesBot();

    assertThat(api.refusal("sendMessage", "{'chat_id': " + group.id() + ", 'text': 'a'}"))
        .isEqualTo("403 Forbidden: bot was kicked from the group chat");
  }

  private long sent(String text) {
    return api.send(anna.id(), text, "").path("result").path("message_id").asLong();
  }
}
