package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.knowledge.Finding;

class OwnPhrasingsTest {
  private final ABot bot =
      ABot.at("2022-02-16T12:00")
          .knowing(
              "wydarzenia/zebranie.md",
              """
              ---
              tytuł: Zebranie
              początek: 2022-02-17 17:00
              koszt: 20 zł od osoby
              miejsce: świetlica
              ---
              """);

  @AfterEach
  void forget() throws IOException {
    bot.forgetsItsFiles();
  }

  @Test
  void withoutThemTheClassifierIsAlone() {
    assertThat(topics("czy świnka mocno schudnie")).doesNotContain("cost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Czy świnka mocno schudnie?",
        "czy ŚWINKA mocno schudnie",
        "świnka schudnie mocno?",
        "a czy świnki mocno schudną",
        "czy u was świnka mocno schudnie",
        "czy śwwinka mocno schudnie"
      })
  void questionInTheirWordsIsOfTheirTopic(String question) {
    bot.knowing("sformulowania/cost.txt", "czy świnka mocno schudnie");

    assertThat(topics(question)).containsExactly("cost");
    assertThat(bot.asked(question).content().text().text()).contains("20 zł");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kto wystawia fotografa", "gdzie jest fotograf", "czy nie ma fotografa"})
  void questionThatAsksOtherwiseIsNotOfTheirTopic(String question) {
    bot.knowing("sformulowania/reward.txt", "czy będzie fotograf");

    assertThat(topics(question)).doesNotContain("reward");
  }

  @Test
  void theyWinOverWhatTheProgramThinks() {
    assertThat(topics("gdzie to będzie")).containsExactly("place");

    bot.knowing("sformulowania/organizer.txt", "gdzie to będzie");

    assertThat(topics("gdzie to będzie?")).containsExactly("organizer");
    assertThat(topics("gdzie to jest i ile kosztuje")).contains("cost");
  }

  @Test
  void secondQuestionOfAMessageIsRecognisedToo() {
    bot.knowing("sformulowania/cost.txt", "czy świnka mocno schudnie");

    assertThat(topics("gdzie to będzie, czy świnka mocno schudnie?"))
        .containsExactly("place", "cost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cost",
        "Koszt",
        "KOSZT",
        "zapisy-do",
        "Zapisy do",
        "Jak dołączyć",
        "jak_dolaczyc"
      })
  void topicIsCalledByItsIdOrItsPolishName(String name) {
    bot.knowing("sformulowania/" + name + ".txt", "czy świnka mocno schudnie");

    assertThat(findings()).isEmpty();
    assertThat(topics("czy świnka mocno schudnie")).hasSize(1);
  }

  @Test
  void unknownTopicIsAFindingWithTheNearestOnes() {
    bot.knowing("sformulowania/kosztt.txt", "ile trzeba zabulić\nza friko to?");

    assertThat(findings())
        .singleElement()
        .asString()
        .startsWith("sformulowania/kosztt.txt:1: błąd: Nie ma tematu „kosztt”")
        .contains("najbliższe to: koszt, koszty");
  }

  @Test
  void sameWordsTwiceAreAFinding() {
    bot.knowing("sformulowania/cost.txt", "ile trzeba zabulić\nIle trzeba zabulic?")
        .knowing("sformulowania/koszt.txt", "ile trzeba zabulić");

    assertThat(findings())
        .extracting(Finding::toString)
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith("sformulowania/cost.txt:2: ostrzeżenie: To samo pytanie stoi już")
                    .contains("sformulowania/cost.txt:1"),
            second ->
                assertThat(second)
                    .startsWith("sformulowania/koszt.txt:1: ostrzeżenie: To samo pytanie"));
  }

  @Test
  void sameWordsUnderTwoTopicsAreAFindingAndNeitherCounts() {
    List<String> before = topics("ile trzeba zabulić");

    bot.knowing("sformulowania/place.txt", "ile trzeba zabulić")
        .knowing("sformulowania/seats.txt", "ile trzeba zabulić?");

    assertThat(findings())
        .singleElement()
        .asString()
        .startsWith("sformulowania/seats.txt:1: błąd: To samo pytanie stoi w innym temacie")
        .contains("sformulowania/place.txt:1");
    assertThat(topics("ile trzeba zabulić")).isEqualTo(before);
  }

  private List<String> topics(String question) {
    return bot.asked(question).content().topics();
  }

  private List<Finding> findings() {
    return bot.findings();
  }
}
