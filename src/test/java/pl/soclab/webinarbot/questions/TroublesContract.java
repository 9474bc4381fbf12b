package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.questions.Trouble.Kind;
import pl.soclab.webinarbot.questions.Trouble.State;

/** What every store of troubles does, whatever it stores in. */
abstract class TroublesContract {
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00.123456Z");
  private static final Trouble ERROR =
      new Trouble(Kind.FILE, "a1", "wydarzenia/ćma.md", State.SEEN, NOW);

  private Troubles troubles = new InMemoryTroubles();

  abstract Troubles empty();

  @BeforeEach
  void begin() {
    troubles = empty();
  }

  @Test
  void troubleIsKeptAsItWasPut() {
    troubles.put(ERROR);

    assertThat(troubles.of(Kind.FILE)).containsExactly(ERROR);
  }

  @Test
  void laterStateTakesThePlaceOfTheEarlier() {
    troubles.put(ERROR);

    troubles.put(ERROR.in(State.TOLD, NOW.plusSeconds(60)));

    assertThat(troubles.of(Kind.FILE)).containsExactly(ERROR.in(State.TOLD, NOW.plusSeconds(60)));
  }

  @Test
  void oneKeyOfTwoKindsAreTwoTroubles() {
    var question = new Trouble(Kind.QUESTION, "a1", "", State.MENDED, NOW);
    troubles.put(ERROR);
    troubles.put(question);

    troubles.remove(ERROR);

    assertThat(troubles.of(Kind.FILE)).isEmpty();
    assertThat(troubles.of(Kind.QUESTION)).containsExactly(question);
  }

  @Test
  void whatIsNotThereIsRemovedWithoutAWord() {
    troubles.put(ERROR);

    troubles.remove(new Trouble(Kind.FILE, "b2", "x.md", State.TOLD, NOW));

    assertThat(troubles.of(Kind.FILE)).containsExactly(ERROR);
  }
}
