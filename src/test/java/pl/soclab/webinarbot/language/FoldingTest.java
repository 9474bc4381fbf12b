package pl.soclab.webinarbot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Zażółć GĘŚLĄ jaźń, zazolc gesla jazn",
    "Cześć, czesc",
    "plain, plain",
    "Їжак і Йосип, їжак і йосип",
    "ﬁn Straße, fin strasse",
  })
  void marksAndCapitalsAreFolded(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({"z\u0301le, zle", "a\u0328, a"})
  void lettersWithSeparateMarksFoldToo(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }
}
