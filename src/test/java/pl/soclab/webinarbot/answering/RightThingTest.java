package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fact that is only near what was asked for is no answer. */
class RightThingTest {
  private static final String TALK =
      """
      Rozmowa o przyszłości doliny Brzeźnicy

      Stowarzyszenie Nurt zaprasza w środę 12 marca 2025 r. o godz. 17:00 na Microsoft Teams.
      Spotkanie będzie tłumaczone na polski język migowy.
      Projekt planu jest dostępny na stronie https://nurt.example/plan do 2030 roku.

      Porozmawiamy o tym, jak chronić łąki i rzekę.
      Osobno powiemy o tamie: mostek przy tamie zostanie rozebrany.
      Konsultacje trwają do 20 kwietnia 2025 r.
      Zapisy przez formularz https://nurt.example/zapisy do 10 marca 2025 r.
      """;

  private final ABot bot = ABot.at("2025-03-07T08:30").knowing("wydarzenia/nurt.txt", TALK);

  @AfterEach
  void clean() throws IOException {
    bot.forgetsItsFiles();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ile stron ma projekt planu?",
        "jak się nazywa tłumacz języka migowego?",
        "czy dostaniemy parasole stowarzyszenia?",
        "jaka będzie pogoda w środę",
        "ile osób już się zapisało?",
        "czy jest lista rezerwowa?",
        "czy jest winda?",
        "kiedy odbierają gabaryty na Brzozowej?",
        "w Sopocie w środę będzie słońce?",
        "będzie coś o basenie?"
      })
  void whatTheFilesDoNotSayIsNotAnsweredWithWhatStandsNearIt(String question) {
    assertThat(bot.asked(question)).isInstanceOfAny(Answer.NotKnown.class, Answer.OutOfScope.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "o co chodzi z tą tamą? | zostanie rozebrany",
        "do kiedy trwają konsultacje? | 20 kwietnia 2025",
        "do kiedy zapisy? | 10 marca 2025"
      })
  void sentenceOnTheThingAskedForIsTheAnswer(String question, String told) {
    assertThat(bot.asked(question).content().text().text()).contains(told);
  }

  @Test
  void longMessageIsAnsweredByItsQuestion() {
    String answer =
        bot.asked(
                "Dzień dobry, jestem sołtyską, w czwartek o 9:00 mamy zebranie, a potem jadę do"
                    + " lekarza i na zakupy z wnuczką. O której zaczyna się Państwa rozmowa?")
            .content()
            .text()
            .text();

    assertThat(answer).contains("12 marca 2025, godz. 17:00");
  }

  @Test
  void untilWhenLeansOnTheDeadlineThatWasAskedFor() {
    bot.asked("do kiedy zapisy?");

    assertThat(bot.followedUpBy("a do której godziny?").content().text().text())
        .contains("10 marca 2025");
  }

  @Test
  void headingWithANameAsksForLessThanTheQuestion() {
    bot.knowing(
        "wydarzenia/nurt.txt",
        """
        ---
        tytuł: Rozmowa o dolinie
        początek: 2025-03-12 17:00
        partnerzy: [gmina Lipowa]
        ---
        Porozmawiamy o tym, jak chronić łąki i rzekę.
        """);
    bot.knowing(
        "odpowiedzi/partnerzy.md",
        """
        ## Kto jest partnerem projektu z Danii?

        Partnerem projektu z Danii jest Grøn By.
        """);

    assertThat(bot.asked("partnerzy projektu kto?").content().text().text())
        .contains("gmina Lipowa");
    assertThat(bot.asked("kto jest partnerem projektu z Danii?").content().text().text())
        .contains("Grøn By");
  }

  @Test
  void titleOpensWhatTheEventIsAbout() {
    assertThat(bot.asked("o czym będzie spotkanie?").content().text().text())
        .startsWith("Rozmowa o przyszłości doliny Brzeźnicy")
        .contains("chronić łąki");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Spotkanie poprowadzi Marta Zawada. | true",
        "Poprowadzi je dr Yvo Peeters. | true",
        "Wystąpi Wietse Ransbeeck. | true",
        "Spotkanie w aplikacji Microsoft Teams. | false",
        "Projekt Strategii Rozwoju Gminy. | false"
      })
  void peopleAreToldFromOtherCapitals(String sentence, boolean named) {
    assertThat(PersonNames.areIn(sentence)).isEqualTo(named);
  }
}
