package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;

class PacerTest {
  private static final ChatId ANNA = new ChatId(1);
  private static final ChatId GROUP = new ChatId(-100);

  /** Time passes only while somebody rests. */
  private static final class FakeTime implements TimeMeter, Rest {
    private long nanos = 1;
    private boolean stopped;

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }

    @Override
    public boolean rest(Duration duration) {
      nanos += duration.toNanos();
      return !stopped;
    }
  }

  private final FakeTime time = new FakeTime();
  private final Pacer pacer = new Pacer(time, time, 25);

  @Test
  void smallBurstToOneChatLeavesAtOnceAndTheRestOneASecond() {
    List<Long> seconds = send(6, ANNA);

    assertThat(seconds).containsExactly(0L, 0L, 0L, 1L, 2L, 3L);
  }

  @Test
  void groupGetsAtMostTwentyAMinute() {
    List<Long> seconds = send(60, GROUP);

    for (long second : seconds) {
      long start = second;
      assertThat(seconds).filteredOn(at -> at >= start && at < start + 60).hasSizeLessThan(22);
    }
  }

  @Test
  void allChatsTogetherGetAtMostThirtyASecond() {
    var seconds = new ArrayList<Long>();
    for (int chat = 1; chat <= 300; chat++) {
      assertThat(pacer.await(new ChatId(chat))).isZero();
      seconds.add(second());
    }

    assertThat(seconds).filteredOn(at -> at == 0).hasSizeLessThanOrEqualTo(30);
    assertThat(seconds.getLast()).isBetween(10L, 12L);
  }

  @Test
  void shortSilenceIsSatOutAndALongOneHandedBack() {
    pacer.hold(Duration.ofSeconds(2));
    assertThat(pacer.await(ANNA)).isZero();
    assertThat(second()).isEqualTo(2);

    pacer.hold(Duration.ofHours(1));

    assertThat(pacer.await(ANNA)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void shorterSilenceDoesNotEndALongerOne() {
    pacer.hold(Duration.ofMinutes(1));
    pacer.hold(Duration.ofSeconds(1));

    assertThat(pacer.await(ANNA)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void nothingLeavesWhenTheBotStops() {
    send(3, ANNA);
    time.stopped = true;

    assertThat(pacer.await(ANNA)).isPositive();
  }

  private List<Long> send(int messages, ChatId chat) {
    var seconds = new ArrayList<Long>();
    for (int i = 0; i < messages; i++) {
      assertThat(pacer.await(chat)).isZero();
      seconds.add(second());
    }
    return seconds;
  }

  private long second() {
    return Duration.ofNanos(time.nanos).toSeconds();
  }

  @Test
  void broadcastLeavesAtTheWholeRate() {
    int messages = 1000;

    for (int chat = 0; chat < messages; chat++) {
      assertThat(pacer.awaitQuiet(new ChatId(chat))).isZero();
    }

    assertThat(Duration.ofNanos(time.nanos))
        .isBetween(Duration.ofSeconds(39), Duration.ofSeconds(40));
  }

  @Test
  void broadcastWaitsUntilNoReplyDoes() {
    for (int chat = 0; chat < 30; chat++) {
      pacer.await(new ChatId(chat));
    }
    long before = time.nanos;

    pacer.awaitQuiet(ANNA);

    assertThat(Duration.ofNanos(time.nanos - before)).isEqualTo(Duration.ofMillis(40));
  }

  @Test
  void broadcastTakesNothingInAdvanceFromAReply() {
    for (int chat = 0; chat < 100; chat++) {
      pacer.awaitQuiet(new ChatId(chat));
    }
    long before = time.nanos;

    pacer.await(ANNA);

    assertThat(Duration.ofNanos(time.nanos - before)).isEqualTo(Duration.ofMillis(40));
  }
}
