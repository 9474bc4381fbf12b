package pl.soclab.webinarbot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void abbreviationsAndOrdinalsEndNoSentence() {
    String text = "Spotkanie przy ul. Rynek 3 o godz. 9:00. Zajęliśmy 2. Miejsce jest duże! Tak?";

    assertThat(Sentences.of(text))
        .containsExactly(
            "Spotkanie przy ul. Rynek 3 o godz. 9:00.", "Zajęliśmy 2. Miejsce jest duże!", "Tak?");
  }

  @Test
  void numberOfAHouseEndsASentence() {
    String text = "W bibliotece, ul. Hoża 7. Wstęp wolny. Przy placu Jana Pawła II 12. Zapraszamy.";

    assertThat(Sentences.of(text))
        .containsExactly(
            "W bibliotece, ul. Hoża 7.",
            "Wstęp wolny.",
            "Przy placu Jana Pawła II 12.",
            "Zapraszamy.");
    assertThat(Sentences.of("Zapraszamy na 7. Festiwal Kultury.")).hasSize(1);
  }

  @Test
  void namesakeOfAStreetKeepsHisTitle() {
    assertThat(Sentences.of("Świetlica, ul. Ks. Skargi 4, wejście od ul. Gen. Bema. Zapraszamy."))
        .containsExactly("Świetlica, ul. Ks. Skargi 4, wejście od ul. Gen. Bema.", "Zapraszamy.");
  }

  @Test
  void linesEndSentences() {
    assertThat(Sentences.of("Adres:\nul. Długa 5\n\nZapraszamy"))
        .containsExactly("Adres:", "ul. Długa 5", "Zapraszamy");
  }

  @Test
  void dotInsideALinkEndsNoSentence() {
    assertThat(Sentences.of("Formularz: https://example.org/a.b?c=d Zapraszamy.")).hasSize(1);
  }

  @Test
  void remarkInBracketsEndsNoSentence() {
    assertThat(Sentences.of("Dzwonić: tel. 603 555 219 (pon. i wt. Proszę próbować!). Zapraszamy."))
        .containsExactly("Dzwonić: tel. 603 555 219 (pon. i wt. Proszę próbować!).", "Zapraszamy.");
  }

  @Test
  void yearBeforeDashEndsNoSentence() {
    assertThat(Sentences.of("8 maja 2027 r. – targowisko. Zapraszamy."))
        .containsExactly("8 maja 2027 r. – targowisko.", "Zapraszamy.");
  }
}
