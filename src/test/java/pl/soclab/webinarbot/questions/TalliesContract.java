package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of tallies does, whatever it stores in. */
abstract class TalliesContract {
  private static final LocalDate DAY = LocalDate.of(2022, 2, 16);

  private Tallies tallies = new InMemoryTallies();

  abstract Tallies empty();

  @BeforeEach
  void begin() {
    tallies = empty();
  }

  @Test
  void numbersOfOneDayKindAndTopicAreAddedUp() {
    tallies.add(new Tally(DAY, "fact", "time", 2));
    tallies.add(new Tally(DAY, "fact", "time", 3));

    assertThat(tallies.between(DAY, DAY)).containsExactly(new Tally(DAY, "fact", "time", 5));
  }

  @Test
  void anotherDayKindOrTopicIsAnotherNumber() {
    tallies.add(new Tally(DAY, "fact", "time", 1));
    tallies.add(new Tally(DAY, "not_known", "time", 1));
    tallies.add(new Tally(DAY, "not_known", "", 1));
    tallies.add(new Tally(DAY.plusDays(1), "fact", "time", 1));

    assertThat(tallies.between(DAY, DAY.plusDays(1))).hasSize(4);
  }

  @Test
  void daysAreFoundWithBothEnds() {
    for (int day = -2; day <= 2; day++) {
      tallies.add(new Tally(DAY.plusDays(day), "fact", "time", 1));
    }

    assertThat(tallies.between(DAY.minusDays(1), DAY.plusDays(1)))
        .extracting(Tally::day)
        .containsExactlyInAnyOrder(DAY.minusDays(1), DAY, DAY.plusDays(1));
  }

  @Test
  void whatIsOldIsForgotten() {
    tallies.add(new Tally(DAY.minusDays(1), "fact", "time", 1));
    tallies.add(new Tally(DAY, "fact", "time", 1));

    assertThat(tallies.forgetBefore(DAY)).isEqualTo(1);

    assertThat(tallies.between(DAY.minusYears(1), DAY)).hasSize(1);
    assertThat(tallies.forgetBefore(DAY)).isZero();
  }

  @Test
  void nothingIsLostWhenManyCountAtOnce() throws ExecutionException, InterruptedException {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var running = new ArrayList<Future<?>>();
      for (int thread = 0; thread < 4; thread++) {
        running.add(threads.submit(() -> countTo(25)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }

    assertThat(tallies.between(DAY, DAY)).containsExactly(new Tally(DAY, "fact", "time", 100));
  }

  private void countTo(int number) {
    for (int i = 0; i < number; i++) {
      tallies.add(new Tally(DAY, "fact", "time", 1));
    }
  }
}
