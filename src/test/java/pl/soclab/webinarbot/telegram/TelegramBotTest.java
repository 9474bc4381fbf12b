package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.SOON;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.preview.Fault;
import pl.soclab.webinarbot.preview.SentMessage;

/** What residents live through, over real HTTP. */
class TelegramBotTest {
  private final BotOnPreview fixture = BotOnPreview.running();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void questionIsAnsweredWithItsFormattingAndButtons() {
    fixture.anna().writes("o której to?");

    SentMessage answer = fixture.anna().awaitMessages(1, SOON).getFirst();
    assertThat(answer.text()).isEqualTo("W czwartek o 9:00, ID <819> & hasło 969412");
    assertThat(answer.wordsIn("bold")).containsExactly("9:00");
    assertThat(answer.wordsIn("code")).containsExactly("969412");
    assertThat(answer.labels()).containsExactly("Link", "Gdzie");
    assertThat(answer.replyTo()).isNull();
  }

  @Test
  void pressedButtonIsAnsweredAndItsSpinnerStops() {
    fixture.anna().writes("o której to?");
    SentMessage answer = fixture.anna().awaitMessages(1, SOON).getFirst();

    String press = fixture.anna().presses(answer, "Link");

    assertThat(fixture.log().awaitCallbackAnswer(press, SOON)).isNotNull();
    assertThat(fixture.anna().awaitMessages(2, SOON).getLast().text())
        .isEqualTo("Przycisk: t:link");
  }

  @Test
  void forgedPressReachesTheConversationAsItIs() {
    fixture.anna().writes("o której to?");
    SentMessage answer = fixture.anna().awaitMessages(1, SOON).getFirst();

    fixture.anna().pressesForged(answer, "'; DROP TABLE inbox; --");

    assertThat(fixture.anna().awaitMessages(2, SOON).getLast().text())
        .isEqualTo("Przycisk: '; DROP TABLE inbox; --");
  }

  @Test
  void calendarFileArrivesByteForByte() {
    fixture.anna().writes("/kalendarz");

    SentMessage answer = fixture.anna().awaitMessages(1, SOON).getFirst();
    assertThat(answer.text()).isEqualTo("Dodaj do kalendarza");
    SentMessage.SentFile file = Objects.requireNonNull(answer.file());
    assertThat(file.fileName()).isEqualTo("webinar.ics");
    assertThat(file.content().toArray()).isEqualTo(FakeConversation.CALENDAR);
  }

  @Test
  void followUpIsHeardAfterTheQuestionBeforeIt() {
    fixture.anna().writes("kiedy webinar?");
    fixture.anna().writes("a link?");

    assertThat(fixture.anna().awaitMessages(2, SOON).getLast().text())
        .isEqualTo("Link do pytania: kiedy webinar?");
  }

  @Test
  void burstOfOneChatStaysInOrder() {
    List<String> burst = IntStream.range(0, 5).mapToObj(i -> "wiadomość " + i).toList();

    burst.forEach(fixture.anna()::writes);

    eventually(() -> assertThat(fixture.conversation.texts()).isEqualTo(burst));
  }

  @Test
  void slowChatHoldsUpNoOther() throws InterruptedException {
    var mayGoOn = new CountDownLatch(1);
    var slowBegan = new CountDownLatch(1);
    fixture.conversation.on(
        "powoli",
        message -> {
          slowBegan.countDown();
          await(mayGoOn);
          return FakeConversation.say(message, "wreszcie");
        });

    fixture.anna().writes("powoli");
    assertThat(slowBegan.await(10, TimeUnit.SECONDS)).isTrue();
    fixture.bartek().writes("szybko");

    assertThat(fixture.bartek().awaitMessages(1, SOON).getFirst().text()).isEqualTo("Echo: szybko");
    assertThat(fixture.anna().received()).isEmpty();
    mayGoOn.countDown();
    assertThat(fixture.anna().awaitMessages(1, SOON).getFirst().text()).isEqualTo("wreszcie");
  }

  @Test
  void slowAnswerIsAnnouncedAndAQuickOneIsNot() {
    var mayGoOn = new CountDownLatch(1);
    fixture.conversation.on(
        "powoli",
        message -> {
          await(mayGoOn);
          return FakeConversation.say(message, "wreszcie");
        });
    fixture.bartek().writes("szybko");
    fixture.bartek().awaitMessages(1, SOON);

    fixture.anna().writes("powoli");

    assertThat(fixture.log().awaitCalls("sendChatAction", 1, SOON))
        .allSatisfy(call -> assertThat(call.chat()).isEqualTo(fixture.anna().id()));
    mayGoOn.countDown();
    fixture.anna().awaitMessages(1, SOON);
  }

  @Test
  void longAnswerComesInPartsWithTheButtonsUnderTheLast() {
    String sentence = "To jest jedno z bardzo wielu zdań długiej odpowiedzi. ";
    fixture.conversation.on(
        "wszystko", message -> FakeConversation.say(message, sentence.repeat(120).strip()));

    fixture.anna().writes("wszystko");

    List<SentMessage> parts = fixture.anna().awaitMessages(2, SOON);
    assertThat(parts).allSatisfy(part -> assertThat(part.text()).endsWith("odpowiedzi."));
    assertThat(parts.getFirst().text() + " " + parts.getLast().text())
        .isEqualTo(sentence.repeat(120).strip());
  }

  @Test
  void groupHearsTheBotOnlyWhenItIsMeant() {
    fixture.anna().writesIn(fixture.neighbours(), "cześć wszystkim");
    long question = fixture.anna().writesIn(fixture.neighbours(), "@podglad_bot kiedy to?");

    SentMessage answer = fixture.log().awaitMessages(fixture.neighbours().id(), 1, SOON).getFirst();
    assertThat(answer.text()).isEqualTo("Echo: kiedy to?");
    assertThat(answer.replyTo()).isEqualTo(question);
    fixture.bartek().repliesTo(answer, "a gdzie?");
    assertThat(fixture.log().awaitMessages(fixture.neighbours().id(), 2, SOON).getLast().text())
        .isEqualTo("Echo: a gdzie?");
  }

  @Test
  void whatTheBotCannotReadIsToldToTheConversation() {
    fixture.anna().sendsSticker("🙂");
    fixture.anna().sendsVoice();

    assertThat(fixture.anna().awaitMessages(2, SOON))
        .extracting(SentMessage::text)
        .containsExactly("Nie umiem czytać: STICKER", "Nie umiem czytać: VOICE");
  }

  @Test
  void filesAndForwardedTextsAreToldFromTypedOnes() {
    fixture.anna().sendsFile("p.txt", "x".getBytes(StandardCharsets.UTF_8), "o której?");
    fixture.anna().forwards("Zapraszamy");
    fixture.anna().forwardsFrom("Urząd Gminy", "Nowa godzina");
    fixture.anna().forwardsFile("q.md", "x".getBytes(StandardCharsets.UTF_8), "");

    assertThat(fixture.anna().awaitMessages(4, SOON))
        .extracting(SentMessage::text)
        .containsExactly(
            "Plik: p.txt", "Przekazane: Zapraszamy", "Przekazane: Nowa godzina", "Plik: q.md");
  }

  @Test
  void editedMessageIsNotAnsweredTwice() {
    long message = fixture.anna().writes("kedy");
    fixture.anna().awaitMessages(1, SOON);

    fixture.anna().edits(message, "kiedy");
    fixture.anna().writes("koniec");

    fixture.anna().awaitMessages(2, SOON);
    assertThat(fixture.conversation.texts()).containsExactly("kedy", "koniec");
  }

  @Test
  void blockAndUnblockAreHeard() {
    fixture.anna().writes("hej");
    fixture.anna().awaitMessages(1, SOON);

    fixture.anna().blocksBot();
    fixture.anna().unblocksBot();

    eventually(
        () ->
            assertThat(fixture.conversation.heard())
                .extracting(IncomingMessage::content)
                .contains(new IncomingMessage.Blocked(), new IncomingMessage.Unblocked()));
  }

  @Test
  void menuIsShownAndKindsOfUpdatesAreChosen() {
    assertThat(
            fixture.log().awaitCalls("setMyCommands", 1, SOON).getFirst().parameters().toString())
        .contains("kiedy");
    assertThat(fixture.log().awaitCalls("getUpdates", 1, SOON).getFirst().parameters().toString())
        .contains("message", "callback_query", "my_chat_member")
        .doesNotContain("edited_message");
  }

  @Test
  void chatWithAMenuOfItsOwnGetsItWhenItWrites() {
    // Polling begins when the menus are set.
    fixture.log().awaitCalls("getUpdates", 1, SOON);

    fixture.bartek().writes("dzień dobry");

    assertThat(fixture.log().awaitCalls("setMyCommands", 4, SOON).getLast().parameters().toString())
        .contains("plan", "kiedy", Long.toString(fixture.bartek().id()));
  }

  @Test
  void menuOfAChatComesAndGoesAtOnce() {
    fixture.log().awaitCalls("getUpdates", 1, SOON);
    fixture.anna().writes("dzień dobry");
    fixture.anna().awaitMessages(1, SOON);
    int before = fixture.log().calls("setMyCommands").size();
    var chat = new ChatId(fixture.anna().id());

    fixture.special(fixture.anna().id());
    fixture.bot().menuChanged(chat);

    assertThat(
            fixture
                .log()
                .awaitCalls("setMyCommands", before + 1, SOON)
                .getLast()
                .parameters()
                .toString())
        .contains("plan", chat.toString());

    fixture.special();
    fixture.bot().menuChanged(chat);

    assertThat(
            fixture.log().awaitCalls("deleteMyCommands", 1, SOON).getLast().parameters().toString())
        .contains(chat.toString());
  }

  @Test
  void messageIsChangedWhereItStands() {
    fixture.anna().writes("o której to?");
    long number = fixture.anna().awaitMessages(1, SOON).getFirst().messageId();
    var changed =
        new OutgoingMessage(
            new ChatId(fixture.anna().id()),
            new RichText.Builder().plain("Wysłano <").bold("5").plain("> z 7").build(),
            List.of(List.of(new Button("Wstrzymaj", "d:p:1:"))),
            null);

    assertThat(fixture.bot().editor().edit(changed.chat(), number, changed)).isTrue();

    SentMessage now = fixture.anna().received().getFirst();
    assertThat(now.text()).isEqualTo("Wysłano <5> z 7");
    assertThat(now.wordsIn("bold")).containsExactly("5");
    assertThat(now.labels()).containsExactly("Wstrzymaj");
    assertThat(now.edited()).isTrue();
  }

  @Test
  void changeThatChangesNothingIsNoFault() {
    fixture.anna().writes("o której to?");
    long number = fixture.anna().awaitMessages(1, SOON).getFirst().messageId();
    OutgoingMessage changed = OutgoingMessage.text(new ChatId(fixture.anna().id()), "Koniec");

    assertThat(fixture.bot().editor().edit(changed.chat(), number, changed)).isTrue();
    assertThat(fixture.bot().editor().edit(changed.chat(), number, changed)).isTrue();
  }

  @Test
  void messageThatIsGoneCannotBeChanged() {
    fixture.anna().writes("o której to?");
    fixture.anna().awaitMessages(1, SOON);
    OutgoingMessage changed = OutgoingMessage.text(new ChatId(fixture.anna().id()), "Koniec");

    assertThat(fixture.bot().editor().edit(changed.chat(), 999_999, changed)).isFalse();

    fixture.faults().next("editMessageText", Fault.tooManyRequests(1));
    assertThat(fixture.bot().editor().edit(changed.chat(), 999_999, changed)).isFalse();
  }

  @Test
  void linkPreviewsAreOff() {
    fixture.anna().writes("https://example.org");

    assertThat(fixture.log().awaitCalls("sendMessage", 1, SOON).getFirst().parameters().toString())
        .contains("is_disabled");
  }

  @Test
  void messengerReachesAChatUnasked() {
    fixture.anna().writes("hej");
    fixture.anna().awaitMessages(1, SOON);

    fixture
        .bot()
        .messenger()
        .send(
            OutgoingMessage.text(fixture.conversation.heard().getFirst().chat(), "Przypomnienie"));

    assertThat(fixture.anna().received().getLast().text()).isEqualTo("Przypomnienie");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
