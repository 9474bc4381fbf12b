package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that no fact of an event answers, but a sentence of a certain shape. */
class TellingSentencesTest {
  private static final String TALKS =
      """
      Konsultacje nowych linii autobusowych

      Firma Trakt przygotowała projekt sześciu linii dla gminy Ostrzyca.
      1) sobota, 8 maja 2027 r. – targowisko miejskie, ul. Targowa 6, godz. 10.00-13.00
      2) środa, 12 maja 2027 r. – dworzec autobusowy, stanowisko nr 3, godz. 6.30-9.00

      Uwagi przyjmujemy od 4 do 23 maja 2027 r. także:
      - przez ankietę: https://ankiety.ostrzyca.example/autobusy
      - papierowo, w Biurze Obsługi Mieszkańca, Rynek 1.
      W formularzu uwag należy podać imię i nazwisko oraz adres zamieszkania.
      Jeśli będzie padać, na targowisku staniemy pod zadaszeniem przy wadze.
      """;

  private final ABot bot = ABot.at("2027-05-05T18:00").knowing("wydarzenia/linie.txt", TALKS);

  @AfterEach
  void tidy() throws IOException {
    bot.forgetsItsFiles();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "do kiedy można składać uwagi|23 maja",
        "jakie dane trzeba podać w formularzu|imię i nazwisko",
        "a co jak będzie padać?|pod zadaszeniem"
      })
  void sentenceAnswers(String question, String answer) {
    assertThat(bot.asked(question).content().text().text()).contains(answer);
  }

  @Test
  void introductionComesWithItsList() {
    assertThat(bot.asked("jak mogę zgłosić uwagi").content().text().text())
        .contains("ankiety.ostrzyca.example");
  }

  @Test
  void everydayWordNamesTheSession() {
    assertThat(bot.asked("kiedy będziecie na bazarku").content().text().text())
        .contains("8 maja", "10:00")
        .doesNotContain("12 maja");
  }

  @Test
  void whatWasBeforeIsNotWhenItIsNext() {
    assertThat(bot.asked("kiedy były poprzednie konsultacje?").content().text().text())
        .doesNotContain("12 maja");
  }
}
