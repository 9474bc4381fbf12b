package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.ANNA;
import static pl.soclab.webinarbot.desk.ADesk.BARTEK;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.desk.Awaited.Kind;
import pl.soclab.webinarbot.desk.Awaited.Wait;

/** What every store of awaited messages does, whatever it stores in. */
abstract class AwaitedContract {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00.123456Z");

  private Awaited awaited = new InMemoryAwaited();

  abstract Awaited empty();

  @BeforeEach
  void begin() {
    awaited = empty();
  }

  @Test
  void nothingIsAwaitedAtFirst() {
    assertThat(awaited.of(ANNA)).isNull();
    assertThat(awaited.end(ANNA)).isFalse();
  }

  @Test
  void whatWasAskedForIsAwaitedAsItWasAsked() {
    var wait = new Wait(Kind.ANSWER, "pytanie nr 12, „zażółć”", NOW);

    awaited.expect(ANNA, wait);

    assertThat(awaited.of(ANNA)).isEqualTo(wait);
    assertThat(awaited.of(BARTEK)).isNull();
  }

  @Test
  void newerQuestionTakesThePlaceOfTheOlder() {
    awaited.expect(ANNA, new Wait(Kind.ANSWER, "12", NOW));
    awaited.expect(BARTEK, new Wait(Kind.ANSWER, "13", NOW));
    var newer = new Wait(Kind.TRIAL_QUESTION, "", NOW.plusSeconds(1));

    awaited.expect(ANNA, newer);

    assertThat(awaited.of(ANNA)).isEqualTo(newer);
    assertThat(awaited.of(BARTEK)).isEqualTo(new Wait(Kind.ANSWER, "13", NOW));
  }

  @Test
  void endIsToldOnceAndOnlyOfThatChat() {
    awaited.expect(ANNA, new Wait(Kind.ANSWER, "12", NOW));
    awaited.expect(BARTEK, new Wait(Kind.ANSWER, "13", NOW));

    assertThat(awaited.end(ANNA)).isTrue();
    assertThat(awaited.end(ANNA)).isFalse();
    assertThat(awaited.of(ANNA)).isNull();
    assertThat(awaited.of(BARTEK)).isNotNull();
  }

  @Test
  void messageOfThirtyMinutesLaterIsStillCoveredAndOneAfterIsNot() {
    var wait = new Wait(Kind.ANSWER, "12", NOW);

    assertThat(wait.covers(NOW.plus(Duration.ofMinutes(30)))).isTrue();
    assertThat(wait.covers(NOW.plus(Duration.ofMinutes(30)).plusMillis(1))).isFalse();
  }
}
