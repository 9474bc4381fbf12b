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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jak nadam list 20 maja to liczy się stempel?|data wpływu",
        "gdzie można oddać uwagi na papierze?|Rynek 4",
        "a jak się spóźnię i wyślę uwagi tydzień po to rozpatrzycie?|bez rozpatrzenia",
        "kiedy będzie jakiś raport?|19 czerwca",
        "do kiedy można wypełniać ankietę?|26 maja",
        "muszę podać nazwisko w ankiecie?|anonimowa",
        "ile pięter mogą mieć te bloki?|trzech kondygnacji",
        "kiedy rusza budowa?|wiosną 2029",
        "kto to zaprojektował?|Zielony Kąt",
        "ile osób maks może iść na spacer?|30 osób"
      })
  void officialNoticeAnswers(String question, String answer) {
    bot.knowing(
        "wydarzenia/linie.txt",
        """
        ZAWIADOMIENIE
        o konsultacjach planu osiedla Młynarska

        Spotkanie otwarte: 10 maja 2027 r. (poniedziałek), godz. 17:00, Szkoła Podstawowa nr 3, ul. Leśna 8.
        Spacer z projektantką: 15 maja 2027 r., godz. 11:00, zbiórka przy bramie parku, limit 30 osób.

        Ankieta jest anonimowa, można ją wypełnić do 26 maja 2027 r.
        Uwagi w formie papierowej przyjmuje kancelaria, Rynek 4.
        O zachowaniu terminu decyduje data wpływu do urzędu.
        Uwagi złożone po terminie pozostaną bez rozpatrzenia.

        Projekt opracowała pracownia Zielony Kąt.
        Plan dopuszcza zabudowę do trzech kondygnacji.
        Rozpoczęcie robót planowane jest wiosną 2029 r.
        Raport z konsultacji ogłosimy do 19 czerwca 2027 r.
        """);

    assertThat(bot.asked(question).content().text().text()).contains(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "w czwartek będzie inny link czy ten sam?|ten sam link",
        "trzeba się zapisać osobno na każdy wieczór?|Jedno zgłoszenie",
        "do kogo dzwonić jak zoom nie działa?|579 000 118",
        "na co idą pieniądze z wpłat?|plac zabaw",
        "czy córka może przyjść sama?|z opiekunem"
      })
  void twoEveningsAnswer(String question, String answer) {
    bot.knowing(
        "wydarzenia/linie.txt",
        """
        Bezpieczni w sieci: dwa wieczory

        Wtorek, 11 maja 2027, godz. 18:00-20:00, oraz czwartek, 13 maja 2027, godz. 18:00-20:00, na Zoomie.
        Link: https://us06web.zoom.us/j/84527719063
        Na oba wieczory ten sam link.
        Jedno zgłoszenie obejmuje oba spotkania.
        Udział kosztuje 10 zł. Dochód przeznaczymy na plac zabaw.
        Dzieci biorą udział tylko z opiekunem.
        Kłopoty techniczne: SMS do Kuby, 579 000 118.
        """);

    assertThat(bot.asked(question).content().text().text()).contains(answer);
  }
}
