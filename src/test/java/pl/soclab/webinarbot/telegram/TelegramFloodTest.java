package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.SOON;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestResident;

/** One chat writes without end, and the others are answered as ever. */
class TelegramFloodTest {
  private static final int FLOOD = 2_000;
  private static final Instant NOON = Instant.parse("2022-02-16T11:00:00Z");

  private final BotOnPreview fixture = BotOnPreview.stopped();

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static RawUpdate update(long id, TestResident from, String text) {
    String payload =
        """
        {"update_id": %1$d, "message": {"message_id": %1$d, "date": %2$d, "text": "%3$s",
         "from": {"id": %4$d, "is_bot": false}, "chat": {"id": %4$d, "type": "private"}}}
        """
            .formatted(id, NOON.getEpochSecond(), text, from.id());
    return new RawUpdate(id, from.id(), payload);
  }

  /** They wait in the inbox, as after a restart in the middle of a flood. */
  private void flood(TestResident resident) {
    resident.hasWrittenBefore();
    List<RawUpdate> flood =
        LongStream.rangeClosed(1, FLOOD).mapToObj(id -> update(id, resident, "hej " + id)).toList();
    fixture.inbox().store(flood, NOON);
  }

  /** Twenty replies to one chat take seventeen seconds, and those to two thousand half an hour. */
  @Test
  void othersAreAnsweredAtOnceAndInOrderBehindAFloodOfTwoThousand() {
    TestResident bartek = fixture.bartek().hasWrittenBefore();
    flood(fixture.anna());
    fixture
        .inbox()
        .store(
            List.of(update(FLOOD + 1, bartek, "raz"), update(FLOOD + 2, bartek, "dwa")),
            NOON.plusSeconds(1));

    fixture.bot().start();

    assertThat(bartek.awaitMessages(2, SOON.multipliedBy(3)))
        .extracting(SentMessage::text)
        .containsExactly("Echo: raz", "Echo: dwa");
    eventually(() -> assertThat(fixture.inbox().backlog()).isLessThan(FloodGate.OF_RESIDENT + 1));
    assertThat(fixture.conversation.texts()).doesNotContain("hej " + FLOOD);
  }

  @Test
  void floodIsToldOnceAndItsPressesSpinNoLonger() {
    fixture.bot().start();
    fixture.anna().writes("o której to?");
    SentMessage answer = fixture.anna().awaitMessages(1, SOON).getFirst();

    List<String> presses =
        IntStream.range(0, FloodGate.OF_RESIDENT + 5)
            .mapToObj(i -> fixture.anna().presses(answer, "Link"))
            .toList();

    presses.forEach(press -> fixture.log().awaitCallbackAnswer(press, SOON));
    eventually(() -> assertThat(counted("telegram.updates.not.heard")).isEqualTo(5));
    assertThat(fixture.inbox().backlog()).isLessThanOrEqualTo(FloodGate.OF_RESIDENT);
  }

  private double counted(String meter) {
    return fixture.meters.get(meter).counter().count();
  }

  /** Without replies of the conversation, which would be paced. */
  @Test
  void groupThatFloodsIsToldOnce() {
    fixture.bot().start();
    int all = FloodGate.OF_GROUP + 4;
    IntStream.range(0, all)
        .forEach(i -> fixture.conversation.on("kiedy " + i, message -> List.of()));

    for (int i = 0; i < all; i++) {
      fixture.anna().writesIn(fixture.neighbours(), "@podglad_bot kiedy " + i);
    }

    eventually(() -> assertThat(counted("telegram.updates.not.heard")).isEqualTo(3));
    eventually(() -> assertThat(fixture.inbox().backlog()).isZero());
    assertThat(fixture.neighbours().received())
        .extracting(SentMessage::text)
        .containsExactly(FakeFlood.NOTICE);
  }
}
