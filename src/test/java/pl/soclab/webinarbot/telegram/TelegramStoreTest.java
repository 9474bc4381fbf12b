package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.SOON;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.SendOutcome;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.PreviewSettings;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestResident;
import pl.soclab.webinarbot.telegram.TelegramStatus.State;

/**
 * The bot and its inbox: crashes, a database that is down, a long queue, and what the log tells.
 */
@ExtendWith(OutputCaptureExtension.class)
class TelegramStoreTest {
  private static final Instant START = Instant.parse("2022-02-16T11:00:00Z");

  private final Preview preview =
      Preview.start(PreviewSettings.startingAt(START).onPort(0).withToken("77:tajny-token"));
  private final TestResident anna = preview.residents().named("Anna");
  private final FakeConversation conversation = new FakeConversation();
  private final InMemoryInbox memory = new InMemoryInbox();
  private final AtomicBoolean down = new AtomicBoolean();
  private TelegramBot bot = newBot(preview.botApi());

  private TelegramBot newBot(URI address) {
    return new TelegramBot(
        new TelegramSettings(preview.token(), address),
        conversation,
        new FakeFlood(),
        Menus.of(List.of()),
        new Place(
            new FailingInbox(memory, down), new InMemoryRoster(), true, DutyTiming.standard()),
        preview.clock(),
        new SimpleMeterRegistry(),
        BotOnPreview.shortTiming());
  }

  @AfterEach
  void stop() {
    bot.close();
    preview.close();
  }

  @Test
  void updatesStayWithTelegramWhileTheDatabaseIsDown() {
    bot.start();
    eventually(() -> assertThat(bot.status().state()).isEqualTo(State.CONNECTED));
    down.set(true);

    anna.writes("hej");

    eventually(() -> assertThat(bot.status().state()).isEqualTo(State.CANNOT_STORE));
    assertThat(preview.residents().unconfirmedUpdates()).isEqualTo(1);
    assertThat(bot.status().backlog()).isEqualTo(-1);
    down.set(false);
    assertThat(anna.awaitMessages(1, SOON)).hasSize(1);
    preview.residents().awaitConfirmed(SOON);
  }

  @Test
  void turnWaitsForADatabaseThatGoesDownInTheMiddle() {
    conversation.on(
        "teraz",
        message -> {
          down.set(true);
          return FakeConversation.say(message, "już");
        });
    bot.start();

    anna.writes("teraz");

    anna.awaitMessages(1, SOON);
    assertThat(memory.backlog()).isEqualTo(1);
    down.set(false);
    eventually(() -> assertThat(memory.backlog()).isZero());
    assertThat(anna.received()).hasSize(1);
  }

  @Test
  void updateThatTookTheProgramDownThreeTimesIsSetAside() {
    memory.store(List.of(update(1, "trucizna")), START);
    for (int crash = 0; crash < TurnHandler.MAX_ATTEMPTS; crash++) {
      memory.begin(1);
    }
    conversation.on("/start", message -> List.of());
    anna.starts("");

    bot.start();

    assertThat(anna.awaitMessages(1, SOON).getFirst().text()).startsWith("Coś się u mnie zepsuło");
    assertThat(conversation.texts()).doesNotContain("trucizna");
  }

  @Test
  void queueLongerThanTheMemoryIsHandledInOrder() {
    List<String> questions =
        LongStream.rangeClosed(1, 2500).mapToObj(id -> "pytanie " + id).toList();
    questions.forEach(question -> conversation.on(question, message -> List.of()));
    memory.store(
        LongStream.rangeClosed(1, 2500).mapToObj(id -> update(id, "pytanie " + id)).toList(),
        START);

    bot.start();

    eventually(() -> assertThat(memory.backlog()).isZero());
    assertThat(conversation.texts()).isEqualTo(questions);
  }

  @Test
  void neitherTokenNorTheResidentsWordsReachTheLog(CapturedOutput log) {
    conversation.on(
        "moja tajemnica",
        message -> {
          throw new IllegalStateException("broken on purpose");
        });
    bot.start();
    anna.writes("moja tajemnica");
    anna.awaitMessages(1, SOON);
    preview.close();
    eventually(() -> assertThat(bot.status().state()).isEqualTo(State.WAITING));

    bot.messenger().send(OutgoingMessage.text(new ChatId(anna.id()), "Przypomnienie"));

    assertThat(log.getAll())
        .contains("broken on purpose")
        .doesNotContain("tajny-token", "tajemnica", Long.toString(anna.id()));
  }

  @Test
  void messageThatNeverLeftMayBeSentAgain() {
    bot.close();
    bot = newBot(URI.create("http://127.0.0.1:9"));

    SendOutcome outcome =
        bot.messenger().send(OutgoingMessage.text(new ChatId(anna.id()), "Przypomnienie"));

    assertThat(outcome).isInstanceOf(SendOutcome.NotSent.class);
  }

  @Test
  void messageOfABotThatIsClosedNeverLeft() {
    bot.start();
    bot.close();

    SendOutcome outcome =
        bot.messenger().send(OutgoingMessage.text(new ChatId(anna.id()), "Przypomnienie"));

    assertThat(outcome).isInstanceOf(SendOutcome.NotSent.class);
  }

  @Test
  void answersOfManyChatsComeSideBySide() {
    List<TestResident> many =
        LongStream.range(0, 20)
            .mapToObj(i -> preview.residents().add("Mieszkaniec " + i, "pl"))
            .toList();
    bot.start();

    many.forEach(resident -> resident.writes("o której to?"));

    assertThat(many)
        .allSatisfy(
            resident ->
                assertThat(resident.awaitMessages(1, SOON))
                    .extracting(SentMessage::labels)
                    .containsExactly(List.of("Link", "Gdzie")));
  }

  private RawUpdate update(long id, String text) {
    String payload =
        """
        {"update_id": %d, "message": {"message_id": %d, "date": %d, "text": "%s",
         "from": {"id": %d, "is_bot": false}, "chat": {"id": %d, "type": "private"}}}
        """
            .formatted(id, id, 1645009200 + 3 * id, text, anna.id(), anna.id());
    return new RawUpdate(id, anna.id(), payload);
  }
}
