package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.SendOutcome;

class OutageTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final SendOutcome NOT_SENT = new SendOutcome.NotSent("502");
  private static final SendOutcome UNKNOWN = new SendOutcome.Unknown("timeout");
  private static final SendOutcome SENT = new SendOutcome.Sent(1);

  private static final class FakeTime implements TimeMeter {
    private long nanos;

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private final FakeTime time = new FakeTime();
  private boolean telegramThere = true;
  private int asked;
  private final Outage outage =
      new Outage(
          () -> {
            asked++;
            return telegramThere;
          },
          time,
          PAUSE);

  private void fails(int times) {
    for (int i = 0; i < times; i++) {
      outage.ended(NOT_SENT);
    }
  }

  @Test
  void failuresBetweenSendsThatWorkRaiseNoQuestion() {
    for (int i = 0; i < 20; i++) {
      fails(Outage.SUSPECT - 1);
      assertThat(outage.untilNextTry()).isZero();
      outage.ended(SENT);
    }

    assertThat(asked).isZero();
  }

  @Test
  void failuresOfMessagesWhileTelegramAnswersHoldNobody() {
    fails(Outage.SUSPECT);

    assertThat(outage.untilNextTry()).isZero();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void nothingIsTriedWhileTelegramIsAwayAndItIsAskedOncePerPause() {
    telegramThere = false;
    fails(Outage.SUSPECT);

    for (int second = 0; second < 3600; second++) {
      assertThat(outage.untilNextTry()).isEqualTo(PAUSE);
      assertThat(outage.untilNextTry()).isEqualTo(PAUSE);
      time.nanos += PAUSE.toNanos();
    }

    assertThat(asked).isEqualTo(3600);
    telegramThere = true;
    assertThat(outage.untilNextTry()).isZero();
    assertThat(outage.untilNextTry()).isZero();
    assertThat(asked).isEqualTo(3601);
  }

  /** It is sent once more and no third time, so not into an outage. */
  @Test
  void oneMessageThatMayHaveArrivedIsWorthAQuestion() {
    telegramThere = false;
    outage.ended(UNKNOWN);

    assertThat(outage.untilNextTry()).isEqualTo(PAUSE);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void messageThatArrivesEndsTheOutage() {
    telegramThere = false;
    fails(Outage.SUSPECT);
    assertThat(outage.untilNextTry()).isEqualTo(PAUSE);

    outage.ended(new SendOutcome.Blocked());

    assertThat(outage.untilNextTry()).isZero();
    assertThat(asked).isEqualTo(1);
  }
}
