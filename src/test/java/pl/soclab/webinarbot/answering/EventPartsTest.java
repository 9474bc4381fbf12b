package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPartsTest {
  private static final String FETE =
      """
      Dzień otwarty w ogrodzie przy Klonowej

      Zapraszamy w sobotę 14 czerwca 2025 roku. Zaczynamy o 11:00.

      W planie:
      11:00 powitanie
      12:30 pokaz szczepienia drzew, około 40 minut
      14:15 występ chóru Szpak
      """;

  private final ABot bot = ABot.at("2025-06-10T12:00").knowing("wydarzenia/ogrod.txt", FETE);

  @AfterEach
  void clean() throws IOException {
    bot.forgetsItsFiles();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "o której jest pokaz szczepienia? | 12:30",
        "o ktorej zaczyna chór | 14:15",
        "ile potrwa pokaz szczepienia? | 40 minut"
      })
  void partOfAnEventHasItsOwnHourAndLength(String question, String told) {
    String answer = bot.asked(question).content().text().text();

    assertThat(answer).contains(told).doesNotContain("godz. 11:00");
  }

  @ParameterizedTest
  @CsvSource({"o której to jest?", "o której zaczyna się dzień otwarty?", "kiedy w ogrodzie?"})
  void wholeEventHasItsStart(String question) {
    String answer = bot.asked(question).content().text().text();

    assertThat(answer).contains("14 czerwca 2025, godz. 11:00");
  }
}
