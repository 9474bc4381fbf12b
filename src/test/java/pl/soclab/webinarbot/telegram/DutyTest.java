package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an instance believes of its duty, and when. */
class DutyTest {
  private static final DutyTiming TIMING =
      new DutyTiming(Duration.ofMillis(400), Duration.ofMillis(50), Duration.ofMillis(20));

  private final InMemoryRoster.Board board = new InMemoryRoster.Board();
  private final Roster other = new InMemoryRoster(board, TIMING.lease());
  private final AtomicBoolean down = new AtomicBoolean();
  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicBoolean slow = new AtomicBoolean();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Duty duty = new Duty(new Troubled(), false, TIMING);

  /** A database that is down, or answers late. */
  private final class Troubled implements Roster {
    private final Roster real = new InMemoryRoster(board, TIMING.lease());

    @Override
    public boolean take() {
      if (down.get()) {
        throw new IllegalStateException("The database is down");
      }
      boolean taken = real.take();
      if (slow.get()) {
        asked.countDown();
        await(answer);
      }
      return taken;
    }

    @Override
    public void seize() {
      real.seize();
    }

    @Override
    public void giveBack() {
      real.giveBack();
    }
  }

  private final class Told implements DutyWatcher {
    @Override
    public void taken() {
      told.add("taken");
    }

    @Override
    public void lost() {
      told.add("lost");
    }
  }

  @AfterEach
  void close() {
    answer.countDown();
    duty.close();
  }

  @Test
  void dutyIsKeptWhileItIsRenewedAndFreeOnceItIsClosed() {
    duty.start(new Told());
    // It is held a moment before the watcher hears of it, and who closes then is told nothing.
    eventually(() -> assertThat(told).containsExactly("taken"));
    assertThat(duty.isHeld()).isTrue();
    assertThat(other.take()).isFalse();

    duty.close();

    assertThat(duty.isHeld()).isFalse();
    assertThat(other.take()).isTrue();
    assertThat(told).containsExactly("taken");
  }

  @Test
  void whoCannotRenewItsDutyStopsBeforeAnotherMayTakeIt() {
    duty.start(new Told());
    eventually(() -> assertThat(duty.isHeld()).isTrue());

    down.set(true);
    eventually(() -> assertThat(duty.standing()).isEqualTo(Standing.UNKNOWN));

    assertThat(TIMING.trusted()).isLessThan(TIMING.lease());
    eventually(() -> assertThat(told).containsExactly("taken", "lost"));
    eventually(() -> assertThat(other.take()).isTrue());
    down.set(false);
    eventually(() -> assertThat(duty.standing()).isEqualTo(Standing.STANDING_BY));
  }

  @Test
  void answerThatComesAfterTheEndIsGivenBack() {
    duty.start(new Told());
    eventually(() -> assertThat(duty.isHeld()).isTrue());
    slow.set(true);
    await(asked);

    duty.close();
    assertThat(duty.isHeld()).isFalse();
    answer.countDown();

    eventually(() -> assertThat(other.take()).isTrue());
    assertThat(duty.standing()).isNotEqualTo(Standing.ON_DUTY);
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean _ = latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
