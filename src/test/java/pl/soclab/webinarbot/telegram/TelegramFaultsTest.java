package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.SOON;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.SendOutcome;
import pl.soclab.webinarbot.preview.Fault;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestGroup;

/** What residents get, and what the sender of reminders is told, when Telegram fails. */
class TelegramFaultsTest {
  private final BotOnPreview fixture = BotOnPreview.running();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void answerIsSentAgainAfterTheDelayThatTelegramAsksFor() {
    fixture.faults().next("sendMessage", Fault.tooManyRequests(1));

    fixture.anna().writes("hej");

    assertThat(fixture.anna().awaitMessages(1, SOON)).hasSize(1);
    assertThat(fixture.log().calls("sendMessage")).hasSize(2);
  }

  @Test
  void answerIsSentAgainAfterAGatewaysPage() {
    fixture.faults().next("sendMessage", new Fault.ErrorPage(502));
    fixture.faults().next("sendMessage", new Fault.Refused(500, "Internal", Map.of()));

    fixture.anna().writes("hej");

    assertThat(fixture.anna().awaitMessages(1, SOON)).hasSize(1);
    assertDone();
    assertThat(fixture.anna().received()).hasSize(1);
  }

  @Test
  void answerIsSentOnceMoreWhenTheSocketDrops() {
    fixture.faults().next("sendMessage", new Fault.DroppedBefore());

    fixture.anna().writes("hej");

    assertThat(fixture.anna().awaitMessages(1, SOON)).hasSize(1);
    assertDone();
  }

  @Test
  void answerComesAtMostTwiceWhenItArrivedAndTheSocketDropped() {
    fixture.faults().next("sendMessage", 5, new Fault.DroppedAfter());

    fixture.anna().writes("hej");

    assertThat(fixture.anna().awaitMessages(2, SOON)).hasSize(2);
    assertDone();
    assertThat(fixture.log().calls("sendMessage")).hasSize(2);
  }

  @Test
  void fileIsWholeAtTheSecondTry() {
    fixture.faults().next("sendDocument", new Fault.ErrorPage(503));

    fixture.anna().writes("/kalendarz");

    SentMessage answer = fixture.anna().awaitMessages(1, SOON).getFirst();
    assertThat(Objects.requireNonNull(answer.file()).content().toArray())
        .isEqualTo(FakeConversation.CALENDAR);
  }

  @Test
  void slowTelegramIsWaitedFor() {
    fixture.faults().next("sendMessage", new Fault.Delayed(Duration.ofMillis(300)));

    fixture.anna().writes("hej");

    assertThat(fixture.anna().awaitMessages(1, SOON)).hasSize(1);
    assertDone();
    assertThat(fixture.log().calls("sendMessage")).hasSize(1);
  }

  @Test
  void residentWhoBlockedTheBotHoldsUpNothing() {
    fixture.faults().nextIn(fixture.anna().id(), "sendMessage", 1, Fault.forbidden());

    fixture.anna().writes("hej");
    fixture.anna().writes("jest tam kto?");

    assertThat(fixture.anna().awaitMessages(1, SOON).getFirst().text())
        .isEqualTo("Echo: jest tam kto?");
    assertDone();
  }

  @Test
  void refusedAnswerHoldsUpNothing() {
    fixture.faults().next("sendMessage", Fault.badRequest("message is too strange"));

    fixture.anna().writes("hej");
    fixture.anna().writes("dalej");

    assertThat(fixture.anna().awaitMessages(1, SOON).getFirst().text()).isEqualTo("Echo: dalej");
  }

  @Test
  void answerFollowsAGroupThatBecameASupergroup() {
    TestGroup group = fixture.neighbours();
    var supergroup = new AtomicReference<TestGroup>(group);
    fixture.conversation.on(
        "kiedy",
        message -> {
          supergroup.set(group.becomesSupergroup());
          return FakeConversation.say(message, "w czwartek");
        });

    fixture.anna().writesIn(group, "@podglad_bot kiedy");

    eventually(
        () ->
            assertThat(supergroup.get().received())
                .extracting(SentMessage::text)
                .contains("w czwartek"));
  }

  @Test
  void brokenTurnIsTriedThreeTimesAndTheResidentIsTold() {
    var tries = new AtomicInteger();
    fixture.conversation.on(
        "zepsuj",
        message -> {
          tries.incrementAndGet();
          throw new IllegalStateException("broken on purpose");
        });

    fixture.anna().writes("zepsuj");
    fixture.anna().writes("dalej");

    assertThat(fixture.anna().awaitMessages(2, SOON))
        .extracting(SentMessage::text)
        .containsExactly(
            "Coś się u mnie zepsuło i nie umiem teraz odpowiedzieć. Napisz, proszę, jeszcze raz za"
                + " jakiś czas.",
            "Echo: dalej");
    assertThat(tries).hasValue(TurnHandler.MAX_ATTEMPTS);
    assertDone();
  }

  @Test
  void turnThatBreaksOnceIsAnswered() {
    var tries = new AtomicInteger();
    fixture.conversation.on(
        "raz",
        message -> {
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("broken on purpose, once");
          }
          return FakeConversation.say(message, "już dobrze");
        });

    fixture.anna().writes("raz");

    assertThat(fixture.anna().awaitMessages(1, SOON).getFirst().text()).isEqualTo("już dobrze");
  }

  @Test
  void messengerTellsEveryFaultApart() {
    fixture.anna().writes("hej");
    fixture.anna().awaitMessages(1, SOON);
    fixture.faults().next("sendMessage", new Fault.ErrorPage(502));
    fixture.faults().next("sendMessage", new Fault.DroppedAfter());
    fixture.faults().next("sendMessage", new Fault.HalfAnswer());
    fixture.faults().next("sendMessage", Fault.forbidden());
    fixture.faults().next("sendMessage", Fault.badRequest("chat not found"));
    fixture.faults().next("sendMessage", Fault.badRequest("message is too strange"));
    fixture.faults().next("sendMessage", Fault.tooManyRequests(3600));

    assertThat(send()).isInstanceOf(SendOutcome.NotSent.class);
    assertThat(send()).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(send()).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(send()).isEqualTo(new SendOutcome.Blocked());
    assertThat(send()).isEqualTo(new SendOutcome.Blocked());
    assertThat(send())
        .isEqualTo(new SendOutcome.Rejected("Bad Request: message is too strange", null));
    assertThat(send()).isEqualTo(new SendOutcome.RetryAfter(Duration.ofHours(1)));
  }

  @Test
  void nothingLeavesWhileTelegramAsksForSilence() {
    fixture.anna().writes("hej");
    fixture.anna().awaitMessages(1, SOON);
    fixture.faults().next("sendMessage", Fault.tooManyRequests(3600));
    send();
    int calls = fixture.log().calls("sendMessage").size();

    SendOutcome outcome = send();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.RetryAfter.class,
            retry ->
                assertThat(retry.delay())
                    .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60)));
    assertThat(fixture.log().calls("sendMessage")).hasSize(calls);
  }

  @Test
  void unreadableUpdateIsSkippedAndItsNeighboursAreAnswered() {
    fixture.preview.residents().inject("{\"message\": {\"chat\": \"not a chat\", \"text\": 7}}");
    fixture.preview.residents().inject("{\"message\": [1, 2, 3]}");

    fixture.anna().writes("hej");

    assertThat(fixture.anna().awaitMessages(1, SOON)).hasSize(1);
    assertDone();
  }

  @Test
  void fieldsThatNobodyKnowsStandInNoAnswersWay() {
    fixture.anna().hasWrittenBefore();
    fixture.preview.residents().inject("{\"hologram\": {\"depth\": 3}}");
    fixture
        .preview
        .residents()
        .inject(
            """
            {"futuristic": [true], "message": {"message_id": 9, "date": 1645000000, "text": "hej",
             "aura": {"colours": [1, {"of": null}]}, "from": {"id": ANNA, "is_bot": false, "mood": 7},
             "chat": {"id": ANNA, "type": "private", "weather": "rain"}}}
            """
                .replace("ANNA", Long.toString(fixture.anna().id())));

    assertThat(fixture.anna().awaitMessages(1, SOON).getFirst().text()).isEqualTo("Echo: hej");
    assertDone();
  }

  private SendOutcome send() {
    return fixture
        .bot()
        .messenger()
        .send(OutgoingMessage.text(new ChatId(fixture.anna().id()), "Przypomnienie"));
  }

  private void assertDone() {
    eventually(() -> assertThat(fixture.inbox().backlog()).isZero());
  }
}
