package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every memory of the questions' results does, whatever it stores in. */
abstract class QuestionMemoryContract {
  private QuestionMemory memory = new InMemoryQuestionMemory();

  abstract QuestionMemory empty();

  @BeforeEach
  void begin() {
    memory = empty();
  }

  @Test
  void nothingIsRememberedAtFirst() {
    assertThat(memory.all()).isEmpty();
  }

  @Test
  void resultsAreRememberedAsTheyWere() {
    memory.replace(Map.of("a", true, "b", false));

    assertThat(memory.all()).containsOnly(Map.entry("a", true), Map.entry("b", false));
  }

  @Test
  void laterResultsTakeThePlaceOfAllEarlierOnes() {
    memory.replace(Map.of("a", true, "b", false, "c", true));

    memory.replace(Map.of("b", true, "c", true, "d", false));

    assertThat(memory.all())
        .containsOnly(Map.entry("b", true), Map.entry("c", true), Map.entry("d", false));
  }

  @Test
  void nothingCanTakeThePlaceOfAll() {
    memory.replace(Map.of("a", true));

    memory.replace(Map.of());

    assertThat(memory.all()).isEmpty();
  }
}
