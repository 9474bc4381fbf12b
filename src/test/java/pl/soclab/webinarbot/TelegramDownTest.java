package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.soclab.webinarbot.preview.Fault;
import pl.soclab.webinarbot.preview.Faults;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Delivery.State;

/** Telegram is down for an hour, and a message to many falls due in the middle of it. */
class TelegramDownTest {
  private static final int MANY = 200;
  private static final Duration STEP = Duration.ofMinutes(5);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** As many as a sender has on the way at once; what is claimed behind them may follow. */
  private static final int ON_THE_WAY = 64;

  private final BroadcastOnPreview broadcast = new BroadcastOnPreview(MANY);

  @AfterEach
  void close() {
    broadcast.close();
  }

  static List<Fault> outages() {
    return List.of(new Fault.ErrorPage(502), new Fault.DroppedBefore());
  }

  /** Telegram is asked once a real second, while the clock of the reminders runs ahead. */
  private void sendsUntilDone() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (broadcast.state() == Broadcast.State.RUNNING && System.nanoTime() - end < 0) {
      broadcast.later(STEP);
    }
  }

  @ParameterizedTest
  @MethodSource("outages")
  void everybodyGetsItOnceWhenTelegramIsBack(Fault outage) {
    broadcast.preview.faults().always(Faults.ANY_METHOD, outage);
    for (Duration passed = Duration.ZERO;
        passed.compareTo(Duration.ofHours(1)) < 0;
        passed = passed.plus(STEP)) {
      broadcast.later(STEP);
    }
    assertThat(broadcast.state()).isEqualTo(Broadcast.State.RUNNING);
    assertThat(broadcast.calls()).isLessThanOrEqualTo(2 * ON_THE_WAY);

    broadcast.preview.faults().clear();
    sendsUntilDone();

    assertThat(broadcast.state()).isEqualTo(Broadcast.State.DONE);
    assertThat(broadcast.residents)
        .allSatisfy(
            resident -> {
              assertThat(broadcast.delivery(resident).state()).isEqualTo(State.SENT);
              assertThat(broadcast.arrived(resident)).isEqualTo(1);
            });
  }
}
