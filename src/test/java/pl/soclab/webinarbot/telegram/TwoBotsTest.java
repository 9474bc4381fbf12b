package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.SOON;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.database.TestDatabases;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestResident;
import pl.soclab.webinarbot.telegram.TelegramStatus.State;

/** Two instances on one PostgreSQL: who handles what, and what happens when one goes. */
class TwoBotsTest {
  /** As many as one chat is sent without a pause. */
  private static final int MESSAGES = 3;

  private static final int RESIDENTS = 12;

  @Test
  void ofTwoThatPollOneStandsByAndTelegramNeverSeesBoth() {
    try (var bots = TwoBots.polling(TestDatabases.postgres()).start()) {
      bots.anna().writes("hej");

      assertThat(bots.anna().awaitMessages(1, SOON)).hasSize(1);
      assertThat(bots.second.conversation.heard()).isEmpty();
      assertThat(bots.second.state()).isEqualTo(State.STANDBY);
      assertThat(bots.second.bot().status().backlog()).isNotNegative();
      assertThat(bots.preview.log().calls("getMe")).as("the second asks for nothing").hasSize(1);
    }
  }

  @Test
  void standbyTakesOverWhenTheFirstStops() {
    try (var bots = TwoBots.polling(TestDatabases.postgres()).start()) {
      bots.first.bot().close();
      bots.anna().writes("jest tam kto?");

      assertThat(bots.anna().awaitMessages(1, SOON)).hasSize(1);
      assertThat(bots.second.state()).isEqualTo(State.CONNECTED);
      assertThat(bots.second.conversation.texts()).containsExactly("jest tam kto?");
    }
  }

  @Test
  void standbyTakesOverFromOneThatLostTheDatabaseAndGivesNoWayAgain() {
    try (var bots = TwoBots.polling(TestDatabases.postgres()).start()) {
      bots.first.cutOff.set(true);

      eventually(() -> TwoBots.assertState(bots.second, State.CONNECTED));
      bots.anna().writes("hej");
      assertThat(bots.anna().awaitMessages(1, SOON)).hasSize(1);
      eventually(() -> TwoBots.assertState(bots.first, State.CANNOT_STORE));
      bots.first.cutOff.set(false);

      eventually(() -> TwoBots.assertState(bots.first, State.STANDBY));
      assertThat(bots.second.state()).isEqualTo(State.CONNECTED);
      assertThat(bots.first.conversation.heard()).isEmpty();
    }
  }

  @Test
  void whateverInstanceReceivesItEachChatIsAnsweredInOrderAndOnce() {
    try (var bots = TwoBots.delivered(TestDatabases.postgres()).start()) {
      List<TestResident> residents = residents(bots);

      for (int i = 0; i < MESSAGES; i++) {
        String text = "pytanie " + i;
        residents.forEach(resident -> resident.writes(text));
      }

      List<String> expected =
          IntStream.range(0, MESSAGES).mapToObj(i -> "Echo: pytanie " + i).toList();
      assertThat(residents)
          .allSatisfy(
              resident ->
                  assertThat(resident.awaitMessages(MESSAGES, SOON))
                      .extracting(SentMessage::text)
                      .isEqualTo(expected));
      assertThat(bots.second.conversation.heard()).as("one remembers the thread").isEmpty();
    }
  }

  @Test
  void followUpFindsItsQuestionWhicheverInstanceReceivesIt() {
    try (var bots = TwoBots.delivered(TestDatabases.postgres()).start()) {
      bots.anna().writes("o której to?");
      bots.anna().awaitMessages(1, SOON);

      bots.anna().writes("a link?");

      assertThat(bots.anna().awaitMessages(2, SOON).getLast().text())
          .isEqualTo("Link do pytania: o której to?");
    }
  }

  @Test
  void turnOfOneThatFrozeIsHandledByTheOtherAndTheRestInOrder() throws Exception {
    try (var bots = TwoBots.delivered(TestDatabases.postgres()).start()) {
      var began = new CountDownLatch(1);
      var never = new CountDownLatch(1);
      bots.first.conversation.on(
          "pierwsze",
          message -> {
            began.countDown();
            awaitLong(never);
            return List.of();
          });
      bots.anna().writes("pierwsze");
      bots.anna().writes("drugie");
      assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
      bots.preview.residents().awaitConfirmed(SOON);

      bots.first.cutOff.set(true);

      assertThat(bots.anna().awaitMessages(2, Duration.ofSeconds(20)))
          .extracting(SentMessage::text)
          .containsExactly("Echo: pierwsze", "Echo: drugie");
      bots.first.cutOff.set(false);
      never.countDown();
      eventually(() -> TwoBots.assertState(bots.first, State.STANDBY));
      bots.bartek().writes("koniec");
      bots.bartek().awaitMessages(1, SOON);
      assertThat(bots.anna().received()).hasSize(2);
      assertThat(bots.first.conversation.texts()).containsExactly("pierwsze");
    }
  }

  @Test
  void rollingRestartLosesNothingAndAnswersNothingTwice() {
    try (var bots = TwoBots.delivered(TestDatabases.postgres()).start()) {
      List<TestResident> residents = residents(bots);

      for (int i = 0; i < MESSAGES; i++) {
        String text = "pytanie " + i;
        residents.forEach(resident -> resident.writes(text));
        if (i == 1) {
          eventually(() -> assertThat(bots.first.conversation.heard()).isNotEmpty());
          bots.first.bot().close();
        }
      }

      for (TestResident resident : residents) {
        resident.awaitMessages(MESSAGES, SOON);
        assertThat(resident.received()).extracting(SentMessage::text).doesNotHaveDuplicates();
      }
      assertThat(bots.first.conversation.heard()).isNotEmpty();
      assertThat(bots.second.conversation.heard()).isNotEmpty();
      assertThat(bots.first.conversation.heard().size() + bots.second.conversation.heard().size())
          .isEqualTo(RESIDENTS * MESSAGES);
    }
  }

  private static List<TestResident> residents(TwoBots bots) {
    return LongStream.range(0, RESIDENTS)
        .mapToObj(i -> bots.preview.residents().add("Mieszkaniec " + i, "pl"))
        .toList();
  }

  private static void awaitLong(CountDownLatch latch) {
    try {
      boolean _ = latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
