package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.questions.OpenQuestionStores.NOW;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.Watches.Outcome;
import pl.soclab.webinarbot.questions.Watches.Watch;

/** What every store of waiting chats does, whatever it stores in. */
abstract class WatchesContract {
  private static final Instant LATER = NOW.plus(Duration.ofHours(3));
  private static final ChatId ANNA = new ChatId(4_503_599_627_370_495L);
  private static final ChatId GROUP = new ChatId(-123);
  private static final ChatId SUPERGROUP = new ChatId(-1_001_234_567_890L);

  private OpenQuestionStores stores = OpenQuestionStores.inMemory();
  private Watches watches = stores.watches();
  private long parking;
  private long wata;

  abstract OpenQuestionStores emptyStores();

  @BeforeEach
  void begin() {
    stores = emptyStores();
    watches = stores.watches();
    parking = stores.asked("czy będzie parking", "parking");
    wata = stores.asked("Czy będzie wata cukrowa?", null);
  }

  @Test
  void chatThatAsksWaits() {
    assertThat(watches.watch(parking, ANNA, "uk", NOW)).isEqualTo(Outcome.WAITS);

    assertThat(watches.of(parking)).containsExactly(new Watch(parking, ANNA, "uk", NOW));
    assertThat(watches.of(wata)).isEmpty();
    assertThat(stores.found(parking).waiting()).isEqualTo(1);
  }

  @Test
  void askingTwiceIsOnceAndWaitsAnew() {
    watches.watch(parking, ANNA, "uk", NOW);

    assertThat(watches.watch(parking, ANNA, "pl", LATER)).isEqualTo(Outcome.WAITS);

    assertThat(watches.of(parking)).containsExactly(new Watch(parking, ANNA, "pl", LATER));
  }

  @Test
  void nobodyWaitsForWhatNobodyAsked() {
    assertThat(watches.watch(999_999_999L, ANNA, "pl", NOW)).isEqualTo(Outcome.UNKNOWN);
    assertThat(watches.watch(-1, ANNA, "pl", NOW)).isEqualTo(Outcome.UNKNOWN);

    assertThat(watches.of(ANNA)).isEmpty();
  }

  @Test
  void nobodyWaitsBehindTheAnswer() {
    stores.questions().answer(parking, "Tak.", NOW);

    assertThat(watches.watch(parking, ANNA, "pl", LATER)).isEqualTo(Outcome.ANSWERED);

    stores.questions().told(parking);
    assertThat(watches.watch(parking, ANNA, "pl", LATER)).isEqualTo(Outcome.ANSWERED);
    assertThat(watches.of(parking)).isEmpty();
  }

  @Test
  void dismissedQuestionCanBeWaitedFor() {
    stores.questions().dismiss(parking);

    assertThat(watches.watch(parking, ANNA, "pl", NOW)).isEqualTo(Outcome.WAITS);
  }

  @Test
  void stopEndsAllOfAChatAndOfNoOther() {
    watches.watch(parking, ANNA, "pl", NOW);
    watches.watch(wata, ANNA, "pl", NOW);
    watches.watch(wata, GROUP, "pl", NOW);

    assertThat(watches.stop(ANNA)).isTrue();

    assertThat(watches.stop(ANNA)).isFalse();
    assertThat(watches.of(ANNA)).isEmpty();
    assertThat(watches.of(wata)).containsExactly(new Watch(wata, GROUP, "pl", NOW));
  }

  @Test
  void groupThatBecomesASupergroupGoesOnWaiting() {
    watches.watch(parking, GROUP, "pl", NOW);
    watches.watch(wata, GROUP, "pl", NOW);
    watches.watch(wata, SUPERGROUP, "en", LATER);

    watches.moved(GROUP, SUPERGROUP);

    assertThat(watches.of(GROUP)).isEmpty();
    assertThat(watches.of(SUPERGROUP))
        .extracting(Watch::questionId)
        .containsExactlyInAnyOrder(parking, wata);
    watches.moved(SUPERGROUP, SUPERGROUP);
    assertThat(watches.of(SUPERGROUP)).hasSize(2);
  }
}
