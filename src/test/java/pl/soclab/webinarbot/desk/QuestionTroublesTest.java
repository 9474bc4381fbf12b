package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.questions.Trouble;

class QuestionTroublesTest {
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  @TempDir Path path;
  private AWatchedFolder folder;

  @BeforeEach
  void openFolder() {
    folder = AWatchedFolder.at(path, "2022-02-10T12:00");
    event("koszt: 12 zł", "kontakt: plac@gmina.example");
    folder.saves(
        "pytania/p.jsonl",
        "{\"id\": \"1\", \"q\": \"ile kosztuje udział\", \"must\": [[\"12 zł\"]]}",
        "{\"id\": \"2\", \"q\": \"jaki jest kontakt do organizatora\", \"must\": [[\"plac@\"]]}",
        "{\"id\": \"3\", \"q\": \"kiedy jest spotkanie\", \"must\": [[\"17 lutego\"]]}",
        "{\"id\": \"4\", \"q\": \"czy będzie nagranie\", \"answerable\": false}");
    folder.restarts().passes(TWO_MINUTES);
  }

  private void event(String... facts) {
    folder.saves(
        "wydarzenia/spotkanie.md",
        "---\ntytuł: Spotkanie\npoczątek: 2022-02-17 9:00\n"
            + String.join("\n", facts)
            + "\n---\nTreść.");
  }

  @Test
  void firstRunTellsNothing() {
    assertThat(folder.told()).isEmpty();
    assertThat(folder.questionMemory.all()).hasSize(4).doesNotContainValue(false);
  }

  @Test
  void questionThatLostItsAnswerIsToldOnceWithTheChangedFile() {
    event("kontakt: plac@gmina.example");
    folder.passes(Duration.ofMinutes(5));

    assertThat(folder.told())
        .containsExactly(
            "1 pytanie z folderu pytania przestało mieć odpowiedź: „ile kosztuje udział”.\n\n"
                + "Zmieniony plik: wydarzenia/spotkanie.md.");
  }

  @Test
  void severalAreToldTogether() {
    event();
    folder.passes(TWO_MINUTES);

    assertThat(folder.told())
        .singleElement()
        .asString()
        .startsWith("2 pytania z folderu pytania przestały mieć odpowiedź: „ile kosztuje")
        .contains("„jaki jest kontakt do organizatora”");
  }

  @Test
  void answerToWhatTheFilesMustNotAnswerIsToldAsSuch() {
    event("koszt: 12 zł", "kontakt: plac@gmina.example", "nagranie: będzie na stronie gminy");
    folder.passes(TWO_MINUTES);

    assertThat(folder.told())
        .singleElement()
        .asString()
        .startsWith("1 pytanie ma teraz odpowiedź, choć nie powinno: „czy będzie nagranie”.");
  }

  @Test
  void lossThatIsMendedWithinAMinuteIsNotTold() {
    event();
    folder.passes(Duration.ofSeconds(40));
    event("koszt: 12 zł", "kontakt: plac@gmina.example");
    folder.passes(TWO_MINUTES);

    assertThat(folder.told()).isEmpty();
  }

  @Test
  void questionThatHasItsAnswerAgainIsToldOnce() {
    event("kontakt: plac@gmina.example");
    folder.passes(TWO_MINUTES).told();

    event("koszt: 12 zł", "kontakt: plac@gmina.example");
    folder.passes(TWO_MINUTES).restarts().passes(TWO_MINUTES);

    assertThat(folder.told())
        .containsExactly("1 pytanie ma znowu dobrą odpowiedź: „ile kosztuje udział”.");
  }

  @Test
  void lossWhileTheProgramWasOffIsToldWithoutGuessingTheFile() {
    event("kontakt: plac@gmina.example");
    folder.sleepsUntil("2022-02-10T15:00").restarts().passes(TWO_MINUTES);

    assertThat(folder.told())
        .containsExactly(
            "1 pytanie z folderu pytania przestało mieć odpowiedź: „ile kosztuje udział”.");
  }

  @Test
  void restartTellsNothingTwice() {
    event();
    folder.passes(TWO_MINUTES).told();

    folder.restarts().passes(TWO_MINUTES).restarts().passes(TWO_MINUTES);

    assertThat(folder.told()).isEmpty();
  }

  @Test
  void newQuestionWithoutAnAnswerIsNoLoss() {
    folder.saves("pytania/nowe.jsonl", "{\"q\": \"gdzie zaparkować\", \"must\": [[\"rynek\"]]}");
    folder.passes(TWO_MINUTES);

    assertThat(folder.told()).isEmpty();
    assertThat(folder.questionMemory.all()).containsValue(false);
  }

  @Test
  void questionThatIsTakenOutIsForgottenWithoutAWord() {
    event("kontakt: plac@gmina.example");
    folder.passes(TWO_MINUTES).told();

    folder.saves("pytania/p.jsonl", "{\"q\": \"kiedy jest spotkanie\", \"must\": [[\"17\"]]}");
    folder.passes(TWO_MINUTES);

    assertThat(folder.told()).isEmpty();
    assertThat(folder.troubles.of(Trouble.Kind.QUESTION)).isEmpty();
  }

  @Test
  void reportOfManyQuestionsIsShort() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add("{\"q\": \"ile kosztuje udział " + i + "\", \"must\": [[\"12 zł\"]]}");
    }
    folder.saves("pytania/wiele.jsonl", many.toArray(String[]::new)).passes(TWO_MINUTES).told();

    event();
    folder.passes(TWO_MINUTES);

    assertThat(folder.told())
        .singleElement()
        .asString()
        .containsPattern("” i \\d+ więcej\\.")
        .hasSizeLessThan(2000);
  }

  @Test
  void nightWaitsForTheMorning() {
    folder.sleepsUntil("2022-02-10T22:00").look();
    event();
    folder.runsUntil("2022-02-10T22:05");
    assertThat(folder.told()).isEmpty();

    folder.sleepsUntil("2022-02-11T08:00").look();

    assertThat(folder.told()).hasSize(1);
  }
}
