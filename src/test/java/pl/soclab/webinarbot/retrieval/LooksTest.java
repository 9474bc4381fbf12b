package pl.soclab.webinarbot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.language.Grams;

class LooksTest {
  private static final long SEED = 5;

  private final Random random = new Random(SEED);

  /** Few letters, so that many words look alike. */
  private String word() {
    var word = new StringBuilder();
    int length = 4 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      word.append("abrk".charAt(random.nextInt(4)));
    }
    return word.toString();
  }

  private static float byHand(String one, String other) {
    List<String> of = Grams.of(one);
    var common = new HashSet<>(of);
    common.retainAll(Grams.of(other));
    float alike = 2f * common.size() / (of.size() + Grams.of(other).size());
    return alike < 0.35 ? 0 : (float) Math.pow(alike, 1.5);
  }

  @Test
  void bitsNeverHideALikeness() {
    int alike = 0;
    for (int i = 0; i < 20_000; i++) {
      String one = word();
      String other = word();

      float likeness = Looks.of(one).likeness(Looks.of(other));

      assertThat(likeness).as("%s %s, seed %d", one, other, SEED).isEqualTo(byHand(one, other));
      alike += likeness > 0 ? 1 : 0;
    }
    assertThat(alike).as("words that look alike").isGreaterThan(100);
  }

  @Test
  void wordWithoutLooksIsLikeNothing() {
    assertThat(Looks.NONE.likeness(Looks.of("parking"))).isZero();
    assertThat(Looks.NONE.likeness(Looks.NONE)).isZero();
  }
}
