package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingCodeTest {
  private static final PairingCode CODE = new PairingCode("K7M2QX9RT");

  @RepeatedTest(50)
  void codeIsReadAsItIsShown() {
    PairingCode code = PairingCode.random(new SecureRandom());

    assertThat(code.shown()).matches("[A-HJ-NP-Z2-9]{3}-[A-HJ-NP-Z2-9]{3}-[A-HJ-NP-Z2-9]{3}");
    assertThat(PairingCode.in("/organizator " + code.shown())).isEqualTo(code);
  }

  @Test
  void codesDiffer() {
    Set<PairingCode> codes = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      codes.add(PairingCode.random(new SecureRandom()));
    }

    assertThat(codes).hasSize(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/organizator K7M-2QX-9RT",
        "/organizator k7m-2qx-9rt",
        "/Organizator  K7M2QX9RT ",
        "/organizator K7M 2QX 9RT",
        "/organizator K7M – 2QX – 9RT",
        "/organizator „K7M-2QX-9RT”.",
        "/organizator\nk7m2qx9rt",
        "/organizator@webinar_bot K7M-2QX-9RT"
      })
  void caseSpacesAndHyphensAreForgiven(String typed) {
    assertThat(PairingCode.in(typed)).isEqualTo(CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/organizator K7M-2QX-9R",
        "/organizator K7M-2QX-9RTT",
        "/organizator K0M-2QX-9RI"
      })
  void mistypedCodeIsACodeAllTheSame(String typed) {
    assertThat(PairingCode.in(typed)).isNotNull().isNotEqualTo(CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/organizator",
        "/organizator ",
        "/organizator warsztatów",
        "/organizator spotkanie",
        "/organizator kto to jest?",
        "/organizator webinaru 17.02",
        "/organizator 17 lutego",
        "/organizator 17.02.2022",
        "/organizator 600 100 200",
        "/organizatorzy K7M-2QX-9RT",
        "/organizatorzy_bota",
        "organizator K7M-2QX-9RT",
        "K7M-2QX-9RT"
      })
  void wordsAndOtherCommandsAreNoCode(String typed) {
    assertThat(PairingCode.in(typed)).isNull();
  }

  @Test
  void codeIsNeitherInItsHashNorInItsText() {
    assertThat(CODE.hash()).hasSize(64).isNotEqualTo(new PairingCode("K7M2QX9RU").hash());
    assertThat(CODE.toString() + CODE.hash()).doesNotContainIgnoringCase("K7M");
  }
}
