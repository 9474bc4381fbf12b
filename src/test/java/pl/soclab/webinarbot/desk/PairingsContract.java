package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.ADesk.ANNA;
import static pl.soclab.webinarbot.desk.ADesk.BARTEK;
import static pl.soclab.webinarbot.desk.ADesk.RESIDENT;
import static pl.soclab.webinarbot.desk.Pairings.Redeemed.ALREADY;
import static pl.soclab.webinarbot.desk.Pairings.Redeemed.PAIRED;
import static pl.soclab.webinarbot.desk.Pairings.Redeemed.PAUSED;
import static pl.soclab.webinarbot.desk.Pairings.Redeemed.WRONG;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.desk.Pairings.Paired;
import pl.soclab.webinarbot.desk.Pairings.Redeemed;
import pl.soclab.webinarbot.messaging.ChatId;

/** What every store of pairings does, whatever it stores in. */
abstract class PairingsContract {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");
  private static final String CODE = new PairingCode("K7M2QX9RT").hash();
  private static final String WRONG_CODE = new PairingCode("K7M2QX9RU").hash();

  private Pairings pairings = new InMemoryPairings();

  abstract Pairings empty();

  @BeforeEach
  void begin() {
    pairings = empty();
  }

  @Test
  void codeMakesAnOrganiserOfWhoeverWritesIt() {
    pairings.issue(CODE, BARTEK, NOW);

    assertThat(pairings.redeem(ANNA, CODE, NOW.plusSeconds(60))).isEqualTo(PAIRED);

    assertThat(pairings.all()).containsExactly(new Paired(ANNA, NOW.plusSeconds(60), BARTEK));
    assertThat(pairings.find(ANNA)).isEqualTo(pairings.all().getFirst());
    assertThat(pairings.find(BARTEK)).isNull();
  }

  @Test
  void codeOfTheProgramWasGivenByNobody() {
    pairings.issue(CODE, null, NOW);

    pairings.redeem(ANNA, CODE, NOW);

    assertThat(pairings.all()).containsExactly(new Paired(ANNA, NOW, null));
  }

  @Test
  void codeIsUsedOnce() {
    pairings.issue(CODE, null, NOW);
    pairings.redeem(ANNA, CODE, NOW);

    assertThat(pairings.redeem(BARTEK, CODE, NOW)).isEqualTo(WRONG);
    assertThat(pairings.all()).extracting(Paired::chat).containsExactly(ANNA);
  }

  @Test
  void turnThatComesAgainIsAnsweredAlike() {
    pairings.issue(CODE, null, NOW);
    pairings.redeem(ANNA, CODE, NOW);

    assertThat(pairings.redeem(ANNA, CODE, NOW.plus(Duration.ofHours(2)))).isEqualTo(PAIRED);
    assertThat(pairings.all()).containsExactly(new Paired(ANNA, NOW, null));
  }

  @Test
  void organiserUsesUpNoCode() {
    pairings.issue(CODE, null, NOW);
    pairings.redeem(ANNA, CODE, NOW);
    pairings.issue(WRONG_CODE, ANNA, NOW);

    assertThat(pairings.redeem(ANNA, WRONG_CODE, NOW)).isEqualTo(ALREADY);
    assertThat(pairings.redeem(BARTEK, WRONG_CODE, NOW)).isEqualTo(PAIRED);
  }

  @Test
  void codeEndsAfterFifteenMinutes() {
    pairings.issue(CODE, null, NOW);

    assertThat(pairings.redeem(ANNA, CODE, NOW.plus(Duration.ofMinutes(15)))).isEqualTo(WRONG);
    assertThat(pairings.redeem(ANNA, CODE, NOW.plus(Duration.ofMinutes(15)).minusMillis(1)))
        .isEqualTo(PAIRED);
  }

  @Test
  void afterFiveWrongCodesEvenTheRightOneWaitsAnHour() {
    pairings.issue(CODE, null, NOW);

    List<Redeemed> tries =
        IntStream.range(0, 10).mapToObj(i -> pairings.redeem(ANNA, WRONG_CODE, NOW)).toList();

    assertThat(tries)
        .containsExactly(WRONG, WRONG, WRONG, WRONG, WRONG, PAUSED, PAUSED, PAUSED, PAUSED, PAUSED);
    assertThat(pairings.redeem(ANNA, CODE, NOW.plusSeconds(1))).isEqualTo(PAUSED);
    assertThat(pairings.redeem(BARTEK, CODE, NOW.plusSeconds(1))).isEqualTo(PAIRED);
    assertThat(pairings.all()).hasSize(1);
    Instant later = NOW.plus(Duration.ofHours(1));
    pairings.issue(WRONG_CODE, null, later);
    assertThat(pairings.redeem(ANNA, WRONG_CODE, later)).isEqualTo(PAIRED);
  }

  @Test
  void fiftyWrongCodesOfAllChatsEndTheCode() {
    pairings.issue(CODE, null, NOW);
    LongStream.range(0, 49).forEach(i -> wrongBy(1000 + i));
    assertThat(pairings.redeem(ANNA, CODE, NOW)).as("after 49").isEqualTo(PAIRED);
    Instant later = NOW.plusSeconds(10);
    pairings.issue(WRONG_CODE, null, later);
    LongStream.range(0, 50)
        .forEach(i -> pairings.redeem(new ChatId(2000 + i), CODE, later.plusSeconds(1)));

    assertThat(pairings.redeem(BARTEK, WRONG_CODE, later.plusSeconds(2))).isEqualTo(WRONG);
  }

  @Test
  void wrongCodesOfBeforeDoNotEndANewCode() {
    LongStream.range(0, 60).forEach(i -> wrongBy(1000 + i));
    pairings.issue(CODE, null, NOW.plusSeconds(1));

    assertThat(pairings.redeem(BARTEK, WRONG_CODE, NOW.plusSeconds(2))).isEqualTo(WRONG);
    assertThat(pairings.redeem(ANNA, CODE, NOW.plusSeconds(2))).isEqualTo(PAIRED);
  }

  private void wrongBy(long chat) {
    assertThat(pairings.redeem(new ChatId(chat), WRONG_CODE, NOW)).isEqualTo(WRONG);
  }

  @Test
  void ofTwoWhoWriteACodeAtOnceOneIsAnOrganiser() throws Exception {
    for (int round = 0; round < 10; round++) {
      String code = new PairingCode("K7M2QX9R" + (char) ('A' + round)).hash();
      pairings.issue(code, null, NOW);
      long first = 100L + 2 * round;

      List<Redeemed> both = atOnce(code, new ChatId(first), new ChatId(first + 1));

      assertThat(both).containsExactlyInAnyOrder(PAIRED, WRONG);
    }
    assertThat(pairings.all()).hasSize(10);
  }

  private List<Redeemed> atOnce(String code, ChatId... chats) throws Exception {
    var barrier = new CyclicBarrier(chats.length);
    try (var threads = Executors.newFixedThreadPool(chats.length)) {
      var tries = new ArrayList<Callable<Redeemed>>();
      for (ChatId chat : chats) {
        tries.add(
            () -> {
              barrier.await();
              return pairings.redeem(chat, code, NOW);
            });
      }
      var results = new ArrayList<Redeemed>();
      for (var result : threads.invokeAll(tries)) {
        results.add(result.get());
      }
      return results;
    }
  }

  @Test
  void codeThatOthersHaveSeenIsOfNoUse() {
    pairings.issue(CODE, null, NOW);

    pairings.spoil(CODE, NOW);
    pairings.spoil(WRONG_CODE, NOW);

    assertThat(pairings.redeem(ANNA, CODE, NOW)).isEqualTo(WRONG);
  }

  @Test
  void removedOrganiserLosesTheCodesThatHeGaveOut() {
    pairings.issue(CODE, null, NOW);
    pairings.redeem(ANNA, CODE, NOW);
    pairings.issue(WRONG_CODE, ANNA, NOW);

    assertThat(pairings.remove(ANNA, NOW)).isTrue();

    assertThat(pairings.remove(ANNA, NOW)).isFalse();
    assertThat(pairings.all()).isEmpty();
    assertThat(pairings.redeem(RESIDENT, WRONG_CODE, NOW)).isEqualTo(WRONG);
    assertThat(pairings.redeem(ANNA, CODE, NOW)).as("the code he came with").isEqualTo(WRONG);
  }

  @Test
  void removedOrganiserMayComeBackWithANewCode() {
    pairings.issue(CODE, null, NOW);
    pairings.redeem(ANNA, CODE, NOW);
    pairings.remove(ANNA, NOW);
    pairings.issue(WRONG_CODE, BARTEK, NOW);

    assertThat(pairings.redeem(ANNA, WRONG_CODE, NOW.plusSeconds(1))).isEqualTo(PAIRED);
    assertThat(pairings.all()).containsExactly(new Paired(ANNA, NOW.plusSeconds(1), BARTEK));
  }

  @Test
  void whatCountsNoLongerIsForgottenAndNothingElse() {
    pairings.issue(CODE, null, NOW);
    IntStream.range(0, 5).forEach(i -> pairings.redeem(ANNA, WRONG_CODE, NOW));

    pairings.forget(NOW.plusSeconds(60));

    assertThat(pairings.redeem(ANNA, CODE, NOW.plusSeconds(60))).isEqualTo(PAUSED);
    assertThat(pairings.redeem(BARTEK, CODE, NOW.plusSeconds(60))).isEqualTo(PAIRED);
    pairings.forget(NOW.plus(Duration.ofDays(2)));
    assertThat(pairings.all()).extracting(Paired::chat).containsExactly(BARTEK);
  }
}
