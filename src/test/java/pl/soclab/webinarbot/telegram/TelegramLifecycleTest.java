package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.soclab.webinarbot.telegram.Eventually.SOON;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.preview.Fault;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.telegram.TelegramStatus.State;

/** Starts, stops, and what goes wrong between the bot and Telegram as a whole. */
class TelegramLifecycleTest {
  @Test
  void messageWrittenWhileTheBotWasDownIsAnsweredOnce() {
    try (var fixture = BotOnPreview.running()) {
      awaitState(fixture, State.CONNECTED);
      fixture.bot().close();
      fixture.anna().writes("jesteś tam?");

      fixture.startAnew();

      assertThat(fixture.anna().awaitMessages(1, SOON).getFirst().text())
          .isEqualTo("Echo: jesteś tam?");
    }
  }

  @Test
  void updateThatWaitsInTheInboxIsAnsweredAfterARestart() throws InterruptedException {
    try (var fixture = BotOnPreview.running()) {
      var began = new CountDownLatch(1);
      var never = new CountDownLatch(1);
      fixture.conversation.on(
          "pierwsze",
          message -> {
            began.countDown();
            await(never);
            return FakeConversation.say(message, "za późno");
          });
      fixture.anna().writes("pierwsze");
      fixture.anna().writes("drugie");
      assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
      fixture.preview.residents().awaitConfirmed(SOON);
      fixture.conversation.on("pierwsze", message -> FakeConversation.say(message, "po restarcie"));

      fixture.startAnew();

      assertThat(fixture.anna().awaitMessages(2, SOON))
          .extracting(SentMessage::text)
          .containsExactly("po restarcie", "Echo: drugie");
      never.countDown();
    }
  }

  @Test
  void clockThatIsSetBackByAnHourSilencesAndRepeatsNothing() {
    try (var fixture = BotOnPreview.running()) {
      fixture.anna().writes("przed");
      fixture.anna().awaitMessages(1, SOON);

      eventually(() -> assertThat(fixture.inbox().backlog()).isZero());

      fixture.preview.clock().moveBy(Duration.ofHours(-1));
      fixture.startAnew();
      fixture.anna().writes("po");

      assertThat(fixture.anna().awaitMessages(2, SOON))
          .extracting(SentMessage::text)
          .containsExactly("Echo: przed", "Echo: po");
      awaitState(fixture, State.CONNECTED);
      eventually(() -> assertThat(fixture.inbox().backlog()).isZero());
      Instant now = fixture.preview.clock().instant();
      assertThat(fixture.inbox().forgetHandledBefore(now)).as("not what is newer").isEqualTo(1);
      assertThat(fixture.bot().status().lastPoll()).isNotNull();
    }
  }

  @Test
  void repeatedUpdateIsAnsweredOnce() {
    try (var fixture = BotOnPreview.running()) {
      String update =
          """
          {"update_id": 555, "message": {"message_id": 9, "date": 1645000000, "text": "raz",
           "from": {"id": ANNA, "is_bot": false}, "chat": {"id": ANNA, "type": "private"}}}
          """
              .replace("ANNA", Long.toString(fixture.anna().id()));
      fixture.anna().writes("hej");
      fixture.anna().awaitMessages(1, SOON);
      fixture.preview.residents().inject(update);
      fixture.preview.residents().awaitConfirmed(SOON);

      fixture.preview.residents().inject(update);
      fixture.anna().writes("koniec");

      fixture.anna().awaitMessages(3, SOON);
      assertThat(fixture.conversation.texts()).containsExactly("hej", "raz", "koniec");
    }
  }

  @Test
  void botThatWasIdleHearsUpdatesWhoseNumbersBeginAnew() {
    try (var fixture = BotOnPreview.running()) {
      fixture.anna().writes("przed przerwą");
      fixture.anna().awaitMessages(1, SOON);
      int polls = fixture.log().calls("getUpdates").size();
      fixture.log().awaitCalls("getUpdates", polls + 2, SOON);

      fixture.preview.residents().nextUpdateId(17);
      fixture.anna().writes("po przerwie");

      assertThat(fixture.anna().awaitMessages(2, SOON).getLast().text())
          .isEqualTo("Echo: po przerwie");
      fixture.preview.residents().awaitConfirmed(SOON);
    }
  }

  @Test
  void stopLetsARunningTurnEndAndLeavesTheRest() throws InterruptedException {
    try (var fixture = BotOnPreview.running()) {
      var began = new CountDownLatch(1);
      fixture.conversation.on(
          "trwa",
          message -> {
            began.countDown();
            awaitState(fixture, State.STOPPED);
            return FakeConversation.say(message, "zdążyłem");
          });
      fixture.anna().writes("trwa");
      assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();

      long start = System.nanoTime();
      fixture.bot().close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(fixture.anna().received())
          .extracting(SentMessage::text)
          .containsExactly("zdążyłem");
      assertThat(fixture.bot().status().state()).isEqualTo(State.STOPPED);
    }
  }

  @Test
  void stopDuringALongPollTakesUnderASecond() {
    try (var fixture = BotOnPreview.running()) {
      awaitState(fixture, State.CONNECTED);

      long start = System.nanoTime();
      fixture.bot().close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void stoppedTurnCountsAsNoAttempt() throws InterruptedException {
    try (var fixture = BotOnPreview.running()) {
      fixture.faults().always("sendMessage", Fault.tooManyRequests(2));
      fixture.anna().writes("hej");
      fixture.log().awaitCalls("sendMessage", 1, SOON);

      fixture.bot().close();

      assertThat(fixture.inbox().unhandled(Set.of(), 1).getFirst().attempts()).isZero();
    }
  }

  @Test
  void noThreadOfTheBotOutlivesItsEnd() {
    try (var fixture = BotOnPreview.running()) {
      fixture.anna().writes("hej");
      fixture.anna().awaitMessages(1, SOON);

      fixture.bot().close();

      eventually(
          () ->
              assertThat(Thread.getAllStackTraces().keySet())
                  .filteredOn(thread -> !thread.isDaemon())
                  .extracting(Thread::getName)
                  .noneMatch(name -> name.contains("OkHttp") || name.contains("telegram")));
    }
  }

  @Test
  void wrongTokenIsToldAndTheProgramGoesOn() {
    try (var fixture = BotOnPreview.withToken("1:wrong")) {
      fixture.bot().start();

      awaitState(fixture, State.WRONG_TOKEN);
      assertThat(fixture.bot().status().botName()).isNull();
      assertThat(fixture.bot().status().lastPoll()).isNull();
    }
  }

  @Test
  void otherInstanceIsToldAndTheBotComesBackWhenItIsGone() {
    try (var fixture = BotOnPreview.running()) {
      awaitState(fixture, State.CONNECTED);
      fixture
          .faults()
          .always(
              "getUpdates",
              new Fault.Refused(
                  409,
                  "Conflict: terminated by other getUpdates request; make sure that only one bot"
                      + " instance is running",
                  Map.of()));
      awaitState(fixture, State.ANOTHER_INSTANCE);

      fixture.faults().clear();
      fixture.anna().writes("hej");

      assertThat(fixture.anna().awaitMessages(1, SOON)).hasSize(1);
      awaitState(fixture, State.CONNECTED);
    }
  }

  @Test
  void webhookLeftByAnEarlierProgramIsRemoved() {
    try (var fixture = BotOnPreview.running()) {
      awaitState(fixture, State.CONNECTED);
      fixture
          .faults()
          .next(
              "getUpdates",
              new Fault.Refused(
                  409, "Conflict: can't use getUpdates method while webhook is active", Map.of()));

      fixture.anna().writes("hej");

      assertThat(fixture.log().awaitCalls("deleteWebhook", 2, SOON)).isNotEmpty();
      assertThat(fixture.anna().awaitMessages(1, SOON)).hasSize(1);
    }
  }

  @Test
  void brokenPollsAreRepeatedUntilTelegramIsBack() {
    try (var fixture = BotOnPreview.stopped()) {
      fixture.faults().next("getMe", new Fault.ErrorPage(502));
      fixture.faults().next("deleteWebhook", new Fault.DroppedBefore());
      fixture.faults().next("getUpdates", new Fault.ErrorPage(502));
      fixture.faults().next("getUpdates", new Fault.HalfAnswer());
      fixture.faults().next("getUpdates", Fault.tooManyRequests(0));
      fixture.faults().next("setMyCommands", new Fault.ErrorPage(500));
      fixture.bot().start();

      fixture.anna().writes("hej");

      assertThat(fixture.anna().awaitMessages(1, SOON)).hasSize(1);
      awaitState(fixture, State.CONNECTED);
      assertThat(fixture.bot().status().botName()).isEqualTo("podglad_bot");
    }
  }

  @Test
  void startReturnsAtOnceWhenTelegramIsOutOfReach() {
    try (var fixture = BotOnPreview.withAddress(URI.create("http://127.0.0.1:9"))) {
      fixture.bot().start();

      awaitState(fixture, State.WAITING);
      assertThatThrownBy(fixture.bot()::start).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void statusTellsTheLastPollAndTheBacklog() {
    try (var fixture = BotOnPreview.running()) {
      awaitState(fixture, State.CONNECTED);

      TelegramStatus status = fixture.bot().status();

      assertThat(status.lastPoll()).isNotNull();
      assertThat(status.backlog()).isZero();
      assertThat(status.botName()).isEqualTo("podglad_bot");
      assertThat(fixture.meters.get("telegram.poll.age").timeGauge().value()).isNotNegative();
    }
  }

  private static void awaitState(BotOnPreview fixture, State state) {
    eventually(() -> assertThat(fixture.bot().status().state()).isEqualTo(state));
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean _ = latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
