package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.SOON;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.soclab.webinarbot.preview.Fault;
import pl.soclab.webinarbot.preview.Faults;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.telegram.TelegramStatus.State;

/** Telegram is away as a whole, or slow, for longer than any reply is patient. */
@ExtendWith(OutputCaptureExtension.class)
class TelegramOutageTest {
  private static final Duration PATIENCE = Duration.ofMillis(600);
  private static final int PROBES = 40;

  private final BotOnPreview fixture = BotOnPreview.withReplyPatience(PATIENCE);

  @AfterEach
  void stop() {
    fixture.close();
  }

  static List<Fault> outages() {
    return List.of(
        new Fault.ErrorPage(502),
        new Fault.ErrorPage(200),
        new Fault.Refused(500, "Internal Server Error", Map.of()),
        new Fault.DroppedBefore());
  }

  /** So many questions, one in 20 ms, outlast the patience. */
  @ParameterizedTest
  @MethodSource("outages")
  void whatWasAskedBeforeAndDuringAnOutageIsAnsweredOnceAfterIt(Fault outage, CapturedOutput log) {
    fixture.bot().start();
    fixture.conversation.on(
        "teraz",
        message -> {
          fixture.faults().always(Faults.ANY_METHOD, outage);
          return FakeConversation.say(message, "już");
        });
    fixture.anna().writes("teraz");
    eventually(() -> assertThat(fixture.bot().status().state()).isEqualTo(State.WAITING));
    List<String> questions = IntStream.range(0, 4).mapToObj(i -> "pytanie " + i).toList();
    questions.forEach(fixture.anna()::writes);
    fixture.bartek().writes("hej");
    eventually(() -> assertThat(log.getAll()).contains("Telegram takes nothing"));
    int calls = fixture.log().calls("getMe").size();
    fixture.log().awaitCalls("getMe", calls + PROBES, SOON);

    fixture.faults().clear();

    assertThat(fixture.anna().awaitMessages(5, SOON))
        .extracting(SentMessage::text)
        .containsExactly(
            "już", "Echo: pytanie 0", "Echo: pytanie 1", "Echo: pytanie 2", "Echo: pytanie 3");
    assertThat(fixture.bartek().awaitMessages(1, SOON)).hasSize(1);
    eventually(() -> assertThat(fixture.inbox().backlog()).isZero());
    assertThat(fixture.anna().received()).hasSize(5);
    assertThat(log.getAll().lines())
        .filteredOn(line -> line.contains("LongPoller: ") && line.contains("WARN "))
        .hasSize(1);
    assertThat(log.getAll()).containsOnlyOnce("Telegram takes nothing");
  }

  @Test
  void replyThatTelegramDoesNotTakeWhileItTakesOthersIsGivenUp() {
    fixture.bot().start();
    fixture.faults().nextIn(fixture.anna().id(), "sendMessage", 50, new Fault.ErrorPage(502));

    fixture.anna().writes("zatrute");
    for (int i = 0; i < 4; i++) {
      fixture.bartek().writes("hej " + i);
    }

    eventually(() -> assertThat(fixture.conversation.texts()).hasSize(5));
    eventually(() -> assertThat(fixture.inbox().backlog()).isZero());
    fixture.faults().clear();
    fixture.anna().writes("dalej");
    assertThat(fixture.anna().awaitMessages(1, SOON).getLast().text()).isEqualTo("Echo: dalej");
  }

  @Test
  void slowReplyOfOneChatHoldsUpNoOther() {
    fixture.bot().start();
    slow(Duration.ofSeconds(2), Duration.ofSeconds(1));
  }

  @Test
  @Tag("trial")
  void replyThatTakesHalfAMinuteArrivesOnceAndHoldsUpNoOther() {
    fixture.bot().start();
    slow(Duration.ofSeconds(30), Duration.ofSeconds(1));
  }

  private void slow(Duration delay, Duration others) {
    fixture.faults().nextIn(fixture.anna().id(), "sendMessage", 3, new Fault.Delayed(delay));
    fixture.anna().writes("powoli");
    fixture.log().awaitCalls("sendMessage", 1, SOON);
    long start = System.nanoTime();

    fixture.bartek().writes("szybko");

    fixture.bartek().awaitMessages(1, SOON);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(others);
    assertThat(fixture.anna().received()).isEmpty();
    fixture.anna().awaitMessages(1, delay.plus(SOON));
    eventually(() -> assertThat(fixture.inbox().backlog()).isZero());
    assertThat(fixture.anna().received()).hasSize(1);
  }
}
