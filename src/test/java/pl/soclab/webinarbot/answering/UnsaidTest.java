package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a question names and a fact leaves out is told beside the fact. */
class UnsaidTest {
  private static final String TRAINING =
      """
      ---
      tytuł: Budżet obywatelski w praktyce
      początek: 2027-04-15 18:00
      miejsce: online (Zoom)
      zapisy: przez formularz https://most.example/zapisy
      organizatorzy: [Fundacja Most]
      goście: Lena Drozd opowie, jak się zaczyna.
      ---
      Wieczór dla tych, którzy chcą coś zmienić w swojej okolicy.

      Członkowie rad seniorów zapisują się u koordynatora swojej rady.

      Legendy o rzece czyta Zygmunt Lasota, dawniej bibliotekarz.
      """;

  private final ABot bot = ABot.at("2027-04-10T18:00").knowing("wydarzenia/b.md", TRAINING);

  @AfterEach
  void tidy() throws IOException {
    bot.forgetsItsFiles();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jestem w radzie seniorów, mogę się zapisać?|most.example/zapisy|koordynatora",
        "kto będzie czytał legendy?|Lena Drozd|Zygmunt Lasota"
      })
  void factComesWithTheSentenceOnTheThingNamed(String question, String fact, String sentence) {
    assertThat(text(question)).contains(sentence);
  }

  @Test
  void factAloneIsEnoughWhereItLeavesNothingOut() {
    assertThat(text("gdzie mogę się zapisać?"))
        .contains("most.example/zapisy")
        .doesNotContain("koordynatora");
  }

  private String text(String question) {
    return bot.asked(question).content().text().text();
  }
}
