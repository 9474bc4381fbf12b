package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every roster does, whatever it writes on. */
abstract class RosterContract {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(150);

  /** A place in the roster of this test, which is empty at its beginning. */
  abstract Roster place(String instance, Duration lease);

  abstract void empty();

  @BeforeEach
  void begin() {
    empty();
  }

  @Test
  void firstWhoAsksIsOnDutyAndStaysSo() {
    Roster first = place("first", LONG);
    Roster second = place("second", LONG);

    assertThat(first.take()).isTrue();
    assertThat(second.take()).isFalse();
    assertThat(first.take()).isTrue();
    assertThat(second.take()).isFalse();
  }

  @Test
  void dutyThatIsGivenBackIsFreeAtOnce() {
    Roster first = place("first", LONG);
    Roster second = place("second", LONG);
    first.take();

    second.giveBack();
    assertThat(second.take()).as("not theirs to give").isFalse();
    first.giveBack();

    assertThat(second.take()).isTrue();
    assertThat(first.take()).isFalse();
  }

  @Test
  void dutyOfOneWhoGivesNoSignOfLifeEnds() {
    Roster dead = place("dead", SHORT);
    Roster second = place("second", LONG);
    dead.take();

    eventually(() -> assertThat(second.take()).isTrue());

    assertThat(dead.take()).isFalse();
  }

  @Test
  void dutyThatIsRenewedDoesNotEnd() {
    Roster first = place("first", SHORT);
    Roster second = place("second", SHORT);
    assertThat(first.take()).isTrue();

    long end = System.nanoTime() + SHORT.multipliedBy(2).toNanos();
    while (System.nanoTime() - end < 0) {
      assertThat(first.take()).isTrue();
      assertThat(second.take()).isFalse();
    }
  }

  @Test
  void onlyOneAliveTakesItFromWhomeverHadIt() {
    place("dead", LONG).take();
    Roster alive = place("alive", LONG);

    alive.seize();

    assertThat(alive.take()).isTrue();
  }

  @Test
  void ofManyWhoAskAtOnceOneIsOnDuty() throws Exception {
    var asked = new ArrayList<Future<Boolean>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        Callable<Boolean> take = place("instance " + i, LONG)::take;
        asked.add(threads.submit(take));
      }
    }

    int taken = 0;
    for (Future<Boolean> each : asked) {
      taken += each.get() ? 1 : 0;
    }
    assertThat(taken).isEqualTo(1);
  }
}
