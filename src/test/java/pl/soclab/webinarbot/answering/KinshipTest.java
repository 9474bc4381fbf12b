package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KinshipTest {
  @ParameterizedTest
  @CsvSource({"zaprezentowac, prezentacja", "podzielic, dzielic", "organizator, organizowac"})
  void wordsOfOneRootAreAkin(String first, String second) {
    assertThat(Kinship.areAkin(first, second)).isTrue();
    assertThat(Kinship.areAkin(second, first)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"miasto, ciasto", "platforma, platny", "dom, domek", "urzad, gospodarz"})
  void wordsThatOnlyLookAlikeAreNot(String first, String second) {
    assertThat(Kinship.areAkin(first, second)).isFalse();
  }
}
