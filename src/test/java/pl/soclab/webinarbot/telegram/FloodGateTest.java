package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.messaging.ChatId;

/** How much is heard of one chat; the times are those of its messages. */
class FloodGateTest {
  private static final long ANNA = 501;
  private static final long GROUP = -7;
  private static final Instant NOON = Instant.parse("2022-02-16T11:00:00Z");

  private final FakeFlood flood = new FakeFlood();
  private final FloodGate gate = new FloodGate(flood);
  private Instant now = NOON;
  private long updates;

  private enum Ear {
    HEARD,
    TOLD,
    SILENT
  }

  private Ear write(long chat, IncomingMessage.Content content) {
    ChatType type = chat < 0 ? ChatType.GROUP : ChatType.PRIVATE;
    var message = new IncomingMessage(new ChatId(chat), type, true, "pl", content, now);
    return ear(gate.heard(new Turn(++updates, message, null, null)));
  }

  private static Ear ear(@Nullable Turn turn) {
    if (turn == null) {
      return Ear.SILENT;
    }
    return turn.tooMany() ? Ear.TOLD : Ear.HEARD;
  }

  private Ear write(long chat) {
    return write(chat, new IncomingMessage.Text("o której to jest?"));
  }

  private void writeTimes(long chat, int times, Ear expected) {
    assertThat(IntStream.range(0, times).mapToObj(i -> write(chat))).containsOnly(expected);
  }

  private void later(Duration time) {
    now = now.plus(time);
  }

  @Test
  void whoeverWritesTooMuchIsToldOnceAndHeardAgainAfterAMinute() {
    writeTimes(ANNA, FloodGate.OF_RESIDENT, Ear.HEARD);
    assertThat(write(ANNA)).isEqualTo(Ear.TOLD);
    writeTimes(ANNA, 2_000, Ear.SILENT);

    later(FloodGate.SILENCE.minusSeconds(1));
    assertThat(write(ANNA)).isEqualTo(Ear.SILENT);
    later(Duration.ofSeconds(1));

    writeTimes(ANNA, FloodGate.OF_RESIDENT, Ear.HEARD);
    assertThat(write(ANNA)).isEqualTo(Ear.TOLD);
  }

  @Test
  void fastTypistIsNeverStopped() {
    for (int line = 0; line < 600; line++) {
      assertThat(write(ANNA)).as("line %d", line).isEqualTo(Ear.HEARD);
      later(Duration.ofSeconds(3));
    }
  }

  @Test
  void whatPiledUpWhileTheBotWasDownIsNoFlood() {
    Instant restart = NOON.plus(Duration.ofHours(2));

    for (int i = 0; i < 100; i++) {
      assertThat(write(ANNA)).isEqualTo(Ear.HEARD);
      later(Duration.ofMinutes(1));
    }

    assertThat(now).as("all of them were handled at the restart").isBefore(restart);
  }

  @Test
  void endOfMessagesIsHeardWhateverWasWrittenBefore() {
    writeTimes(ANNA, FloodGate.OF_RESIDENT, Ear.HEARD);
    assertThat(write(ANNA)).isEqualTo(Ear.TOLD);
    writeTimes(ANNA, 100, Ear.SILENT);

    assertThat(write(ANNA, new IncomingMessage.Text("/stop"))).isEqualTo(Ear.HEARD);

    assertThat(write(ANNA, new IncomingMessage.Text("/stop")))
        .as("nothing can have been switched on since")
        .isEqualTo(Ear.SILENT);
  }

  @Test
  void firstMessageTooManyThatEndsMessagesIsHeardAndTheNextOneTold() {
    writeTimes(ANNA, FloodGate.OF_RESIDENT, Ear.HEARD);

    assertThat(write(ANNA, new IncomingMessage.Text("/stop"))).isEqualTo(Ear.HEARD);
    assertThat(write(ANNA)).isEqualTo(Ear.TOLD);
    assertThat(write(ANNA)).isEqualTo(Ear.SILENT);
  }

  @Test
  void pressesCountAsMessages() {
    var press = new IncomingMessage.ButtonPress("t:time:");
    for (int i = 0; i < FloodGate.OF_RESIDENT; i++) {
      assertThat(write(ANNA, press)).isEqualTo(Ear.HEARD);
    }

    assertThat(write(ANNA, press)).isEqualTo(Ear.TOLD);
  }

  @Test
  void organiserIsHeardLongerInPrivateOnly() {
    flood.patientWith(ANNA).patientWith(GROUP);

    writeTimes(ANNA, FloodGate.OF_RESIDENT + FloodGate.OF_ORGANISER, Ear.HEARD);
    assertThat(write(ANNA)).isEqualTo(Ear.TOLD);

    writeTimes(GROUP, FloodGate.OF_GROUP, Ear.HEARD);
    assertThat(write(GROUP)).isEqualTo(Ear.TOLD);
  }

  @Test
  void blockIsHeardAndCountsForNothing() {
    writeTimes(ANNA, FloodGate.OF_RESIDENT, Ear.HEARD);
    assertThat(write(ANNA)).isEqualTo(Ear.TOLD);

    assertThat(write(ANNA, new IncomingMessage.Blocked())).isEqualTo(Ear.HEARD);
  }

  @Test
  void clockThatWasSetBackSilencesNobody() {
    writeTimes(ANNA, FloodGate.OF_RESIDENT, Ear.HEARD);
    assertThat(write(ANNA)).isEqualTo(Ear.TOLD);

    later(Duration.ofHours(-1));

    writeTimes(ANNA, FloodGate.OF_RESIDENT, Ear.HEARD);
    assertThat(write(ANNA)).isEqualTo(Ear.TOLD);
    later(FloodGate.SILENCE);
    assertThat(write(ANNA)).isEqualTo(Ear.HEARD);
  }

  @Test
  void manyChatsAreNotAllRemembered() {
    for (long chat = 1; chat <= 30_000; chat++) {
      write(chat);
    }

    assertThat(gate.remembered()).isLessThanOrEqualTo(10_000);
  }
}
