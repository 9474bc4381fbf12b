package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.FactMemory.Known;

/** What every store of corrections, and of the facts they rest on, does. */
abstract class CorrectionsContract {
  private static final Instant NOW = QuestionStores.NOW;
  private static final ChatId ANNA = new ChatId(501);
  private static final ChatId BARTEK = new ChatId(502);

  private Corrections corrections = new InMemoryCorrections();
  private FactMemory memory = new InMemoryFactMemory();

  abstract QuestionStores emptyStores();

  @BeforeEach
  void begin() {
    QuestionStores stores = emptyStores();
    corrections = stores.corrections();
    memory = stores.memory();
  }

  @Test
  void sameChangeIsProposedOnce() {
    Correction proposed = corrections.propose("zdrowie", "PASSCODE\t1", NOW);

    assertThat(corrections.propose("zdrowie", "PASSCODE\t1", NOW)).isEqualTo(proposed);
    assertThat(corrections.find(proposed.id())).isEqualTo(proposed);
    assertThat(corrections.propose("zdrowie", "PASSCODE\t2", NOW.plusSeconds(1)))
        .isNotEqualTo(proposed);
    assertThat(corrections.find(-1)).isNull();
  }

  @Test
  void firstDecisionCounts() {
    long id = corrections.propose("zdrowie", "PASSCODE\t1", NOW).id();

    assertThat(corrections.decide(id, Correction.State.ACCEPTED, ANNA)).isTrue();
    assertThat(corrections.decide(id, Correction.State.REFUSED, BARTEK)).isFalse();
    assertThat(corrections.decide(id, Correction.State.ACCEPTED, ANNA)).isFalse();

    assertThat(corrections.find(id))
        .isEqualTo(
            new Correction(id, "zdrowie", "PASSCODE\t1", NOW, Correction.State.ACCEPTED, ANNA));
  }

  @Test
  void oldCorrectionIsForgotten() {
    long id = corrections.propose("zdrowie", "PASSCODE\t1", NOW).id();

    corrections.forgetBefore(NOW);
    assertThat(corrections.find(id)).isNotNull();
    corrections.forgetBefore(NOW.plusSeconds(1));
    assertThat(corrections.find(id)).isNull();
  }

  @Test
  void firstSightChangesNothingThatIsKnown() {
    var known = new Known("LINK\ta", "LINK\tb", NOW);
    memory.remember("zdrowie", known);
    var first = new Known("LINK\tc", "LINK\tc", NOW.plusSeconds(1));

    memory.rememberFirst(Map.of("zdrowie", first, "inne", first));
    memory.rememberFirst(Map.of());

    assertThat(memory.all()).containsOnly(Map.entry("zdrowie", known), Map.entry("inne", first));
  }

  @Test
  void newerFactsTakeThePlaceOfTheFormer() {
    memory.remember("zdrowie", new Known("LINK\ta", "LINK\ta", NOW));
    memory.remember("inne", new Known("", "", NOW));
    var newer = new Known("LINK\ta", "LINK\tb\nCOST\t0 zł", NOW.plusSeconds(1));

    memory.remember("zdrowie", newer);
    memory.forget("inne");

    assertThat(memory.all()).containsExactly(Map.entry("zdrowie", newer));
  }
}
