package pl.soclab.webinarbot.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How a bot hears of what residents do: getUpdates. */
class BotApiUpdatesTest {
  private final Preview preview = ApiClient.preview();
  private final ApiClient api = new ApiClient(preview);
  private final TestResident anna = preview.residents().named("Anna");
  private final TestGroup group = preview.residents().group("Sąsiedzi");

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void updatesStayUntilAnOffsetConfirmsThem() {
    anna.starts("2022-02-17-citizenlab");
    anna.writes("o ktorej to jest??");

    JsonNode first = api.result("getUpdates", "{}");
    JsonNode again = api.result("getUpdates", "{'limit': 1}");
    JsonNode rest = api.result("getUpdates", "{'offset': 100001}");

    assertThat(first.findValuesAsString("update_id")).containsExactly("100000", "100001");
    assertThat(first.get(0).path("message").path("text").asString())
        .isEqualTo("/start 2022-02-17-citizenlab");
    assertThat(first.get(0).path("message").path("entities").get(0).path("type").asString())
        .isEqualTo("bot_command");
    assertThat(again.findValuesAsString("update_id")).containsExactly("100000");
    assertThat(rest.findValuesAsString("update_id")).containsExactly("100001");
    assertThat(preview.residents().unconfirmedUpdates()).isEqualTo(1);
  }

  @Test
  void longPollReturnsAsSoonAsAResidentWrites() throws Exception {
    CompletableFuture<JsonNode> poll =
        CompletableFuture.supplyAsync(() -> api.result("getUpdates", "{'timeout': 50}"));
    preview.log().awaitCalls("getUpdates", 1, ApiClient.SOON);

    anna.writes("kiedy?");

    assertThat(poll.get(10, TimeUnit.SECONDS).get(0).path("message").path("text").asString())
        .isEqualTo("kiedy?");
  }

  @Test
  void secondPollEndsTheFirstWithAConflict() throws Exception {
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(() -> api.refusal("getUpdates", "{'timeout': 50}"));
    preview.log().awaitCalls("getUpdates", 1, ApiClient.SOON);

    // The first poll may be counted a moment before it waits; the conflict comes all the same.
    while (!first.isDone()) {
      api.call("getUpdates", "{}");
    }

    assertThat(first.get())
        .isEqualTo(
            "409 Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");
  }

  @Test
  void allowedUpdatesAreRememberedAndChooseTheKinds() {
    api.result("getUpdates", "{'allowed_updates': ['callback_query']}");
    anna.writes("kiedy?");
    assertThat(api.result("getUpdates", "{}")).isEmpty();

    api.result("getUpdates", "{'allowed_updates': []}");
    anna.blocksBot();

    JsonNode change = api.result("getUpdates", "{}").get(0).path("my_chat_member");
    assertThat(change.path("new_chat_member").path("status").asString()).isEqualTo("kicked");
    assertThat(change.path("old_chat_member").path("status").asString()).isEqualTo("member");
  }

  @Test
  void forwardedMessagesNameTheirOriginAsTelegramDoes() {
    anna.forwards("Zapraszamy");
    anna.forwardsFrom("Urząd Gminy", "Nowa godzina");
    anna.forwardsFile("plan.md", new byte[] {'a'}, "Plan");

    JsonNode updates = api.result("getUpdates", "{}");

    JsonNode person = updates.get(0).path("message");
    assertThat(person.path("text").asString()).isEqualTo("Zapraszamy");
    assertThat(person.path("from").path("first_name").asString()).isEqualTo("Anna");
    assertThat(person.path("forward_origin").propertyNames())
        .containsExactlyInAnyOrder("type", "date", "sender_user_name");
    JsonNode channel = updates.get(1).path("message").path("forward_origin");
    assertThat(channel.path("type").asString()).isEqualTo("channel");
    assertThat(channel.path("chat").path("title").asString()).isEqualTo("Urząd Gminy");
    assertThat(channel.path("message_id").isIntegralNumber()).isTrue();
    JsonNode file = updates.get(2).path("message");
    assertThat(file.path("document").path("file_name").asString()).isEqualTo("plan.md");
    assertThat(file.has("forward_origin")).isTrue();
  }

  @Test
  void pressOfAButtonArrivesAndIsAnsweredOnce() {
    anna.starts("");
    api.send(
        anna.id(),
        "Co dalej?",
        "'reply_markup': {'inline_keyboard': [[{'text': 'Link', 'callback_data': 't:link'}]]}");

    String query = anna.presses(anna.received().getFirst(), "Link");

    JsonNode update = api.result("getUpdates", "{'offset': -1}").get(0).path("callback_query");
    assertThat(update.path("id").asString()).isEqualTo(query);
    assertThat(update.path("data").asString()).isEqualTo("t:link");
    assertThat(update.path("message").path("text").asString()).isEqualTo("Co dalej?");
    String answer = "{'callback_query_id': '" + query + "', 'text': 'Już szukam'}";
    api.result("answerCallbackQuery", answer);
    assertThat(preview.log().awaitCallbackAnswer(query, ApiClient.SOON))
        .isEqualTo(new CallbackAnswer("Już szukam", false));
    assertThat(api.refusal("answerCallbackQuery", answer))
        .isEqualTo(
            "400 Bad Request: query is too old and response timeout expired or query ID is"
                + " invalid");
  }

  @Test
  void editsAndOtherThingsThanTextArrive() {
    long id = anna.writes("kidy?");
    anna.edits(id, "kiedy?");
    anna.sendsSticker("👍");
    anna.sendsPhoto();
    anna.sendsVoice();
    anna.sendsLocation(53.84, 22.98);

    JsonNode updates = api.result("getUpdates", "{}");

    assertThat(updates.get(1).path("edited_message").path("text").asString()).isEqualTo("kiedy?");
    assertThat(updates.get(1).path("edited_message").path("edit_date").asLong()).isPositive();
    assertThat(updates.get(2).path("message").path("sticker").path("emoji").asString())
        .isEqualTo("👍");
    assertThat(updates.get(3).path("message").path("photo").isArray()).isTrue();
    assertThat(updates.get(4).path("message").has("voice")).isTrue();
    assertThat(updates.get(5).path("message").path("location").path("latitude").asDouble())
        .isEqualTo(53.84);
  }

  @Test
  void inAGroupTheBotHearsOnlyWhatIsMeantForIt() {
    anna.writesIn(group, "Kto idzie na webinar?");
    anna.writesIn(group, "/kiedy");
    anna.writesIn(group, "/kiedy@other_bot");
    anna.writesIn(group, "@podglad_bot o której?");
    api.send(group.id(), "O 9:00", "");
    anna.repliesTo(group.received().getFirst(), "a link?");

    assertThat(api.result("getUpdates", "{}").findValues("text").stream().map(JsonNode::asString))
        .containsExactly("/kiedy", "@podglad_bot o której?", "a link?", "O 9:00");
  }

  @Test
  void idsThatFallBackAreHandedOutForAnOldOffset() {
    anna.writes("raz");
    api.result("getUpdates", "{'offset': 100001}");
    preview.residents().nextUpdateId(500);

    anna.writes("dwa");

    assertThat(api.result("getUpdates", "{'offset': 100001}").get(0).path("update_id").asInt())
        .isEqualTo(500);
    assertThat(api.result("getUpdates", "{'offset': 501}")).isEmpty();
  }

  @Test
  void injectedUpdatesAreHandedOutAtLeastOnce() {
    anna.writes("raz");
    JsonNode update = api.result("getUpdates", "{}").get(0);
    api.result("getUpdates", "{'offset': 100001}");

    preview.residents().inject(Json.write(update));
    preview.residents().inject("{\"message\": {\"date\": \"wczoraj\", \"chat\": 7}}");

    JsonNode handedOut = api.result("getUpdates", "{'offset': 100001}");
    assertThat(handedOut.findValuesAsString("update_id")).containsExactly("100000", "100001");
    assertThat(handedOut.get(1).path("message").path("date").asString()).isEqualTo("wczoraj");
    assertThat(api.result("getUpdates", "{'offset': 100002}")).isEmpty();
  }

  @Test
  void closingEndsAPollThatWaits() {
    CompletableFuture<Boolean> poll =
        CompletableFuture.supplyAsync(
                () -> api.post("getUpdates?timeout=50", "", "").body() != null)
            .exceptionally(dropped -> true);
    preview.log().awaitCalls("getUpdates", 1, ApiClient.SOON);

    preview.close();

    assertThat(poll).succeedsWithin(ApiClient.SOON).isEqualTo(true);
  }
}
