package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.questions.Trouble;
import pl.soclab.webinarbot.reminders.Delivery;

class FileTroublesTest {
  private static final String FILE = "wydarzenia/spotkanie.md";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path path;
  private AWatchedFolder folder;

  @BeforeEach
  void openFolder() {
    // At first nobody is awaited: the event is a week away.
    folder = AWatchedFolder.at(path, "2022-02-10T12:00");
    well();
    folder.restarts();
  }

  private void well() {
    event("początek: 2022-02-17 9:00", "hasło: 123");
  }

  private void broken() {
    event("hasło: 123", "początek: 2022-02-37 9:00");
  }

  private void event(String... facts) {
    folder.saves(FILE, "---\ntytuł: Spotkanie\n" + String.join("\n", facts) + "\n---\nTreść.");
  }

  @Test
  void errorIsToldOnceWithFileLineAndMend() {
    broken();
    folder.passes(Duration.ofMinutes(5));

    assertThat(folder.told())
        .singleElement()
        .asString()
        .startsWith("W pliku wydarzenia/spotkanie.md jest błąd:\n• wiersz 4: ")
        .contains("2022-02-37", "Proszę")
        .endsWith("\nDo czasu poprawki odpowiadam z poprzedniej wersji.");
    assertThat(folder.reports().getFirst().due()).isBefore(folder.now());
  }

  @Test
  void everyOrganiserIsTold() {
    broken();
    folder.passes(MINUTE.multipliedBy(2));

    long report = folder.reports().getFirst().id();

    assertThat(folder.broadcasts.delivery(report, ADesk.ANNA))
        .isNotNull()
        .extracting(Delivery::state)
        .isEqualTo(Delivery.State.PENDING);
    assertThat(folder.broadcasts.delivery(report, ADesk.BARTEK)).isNotNull();
  }

  @Test
  void errorThatWasMendedWithinAMinuteIsNotTold() {
    broken();
    folder.passes(Duration.ofSeconds(50));
    well();
    folder.passes(Duration.ofMinutes(5));

    assertThat(folder.told()).isEmpty();
  }

  @Test
  void threeSavesWithOneErrorAreToldOnce() {
    for (String password : new String[] {"1", "2", "3"}) {
      event("hasło: " + password, "dodana: linia", "początek: 2022-02-37 9:00");
      folder.passes(Duration.ofSeconds(20));
      event("hasło: " + password, "początek: 2022-02-37 9:00");
      folder.passes(Duration.ofSeconds(20));
    }
    folder.passes(Duration.ofMinutes(5));

    assertThat(folder.told()).hasSize(1);
  }

  @Test
  void restartTellsNothingTwice() {
    broken();
    folder.passes(MINUTE.multipliedBy(2)).told();

    folder.restarts().passes(Duration.ofMinutes(5));

    assertThat(folder.told()).isEmpty();
  }

  @Test
  void errorThatIsThereAtTheStartIsToldWithoutAFormerVersion() {
    folder.sleepsUntil("2022-02-10T13:00");
    broken();

    folder.restarts().passes(Duration.ofMinutes(5));

    assertThat(folder.told())
        .singleElement()
        .asString()
        .contains("2022-02-37")
        .doesNotContain("poprzedniej wersji");
  }

  @Test
  void mendedFileIsToldOnce() {
    broken();
    folder.passes(MINUTE.multipliedBy(2)).told();
    well();

    folder.passes(Duration.ofMinutes(5)).restarts().passes(Duration.ofMinutes(5));

    assertThat(folder.told()).containsExactly("Plik wydarzenia/spotkanie.md jest już w porządku.");
    assertThat(folder.troubles.of(Trouble.Kind.FILE)).isEmpty();
  }

  @Test
  void fileThatHasAnotherErrorYetIsNotWell() {
    event("początek: 2022-02-17 9:00", "stan: nijaki");
    folder.passes(MINUTE.multipliedBy(2));
    assertThat(folder.told()).hasSize(1);

    event("początek: 2022-02-37 9:00");
    folder.passes(MINUTE.multipliedBy(3));

    assertThat(folder.told()).singleElement().asString().contains("2022-02-37");
    well();
    folder.passes(MINUTE.multipliedBy(3));
    assertThat(folder.told()).hasSize(1);
  }

  @Test
  void errorThatComesBackIsToldAgain() {
    broken();
    folder.passes(MINUTE.multipliedBy(2));
    well();
    folder.passes(MINUTE.multipliedBy(2)).told();

    broken();
    folder.passes(MINUTE.multipliedBy(2));

    assertThat(folder.told()).singleElement().asString().contains("2022-02-37");
  }

  @Test
  void deletedFileIsNotCalledWell() {
    broken();
    folder.saves("projekt/a.txt", "Projekt trwa.").passes(MINUTE.multipliedBy(2)).told();

    folder.deletes(FILE).passes(MINUTE.multipliedBy(2));

    assertThat(folder.told())
        .containsExactly(
            "Pliku wydarzenia/spotkanie.md już nie ma, więc błąd w nim jest nieaktualny.");
  }

  @Test
  void folderThatIsAwayForAWhileMendsNothing() throws IOException {
    broken();
    folder.passes(MINUTE.multipliedBy(2)).told();
    Path away = path.resolveSibling(path.getFileName() + "-away");
    Files.move(path, away);
    folder.passes(MINUTE.multipliedBy(5));

    assertThat(folder.told()).singleElement().asString().startsWith("Folder z plikami: Nie ma");

    Files.move(away, path);
    folder.passes(MINUTE.multipliedBy(5));
    assertThat(folder.told()).containsExactly("Folder z plikami jest już w porządku.");
  }

  @Test
  void errorsOfSeveralFilesAreOneReport() {
    for (int i = 10; i < 25; i++) {
      folder.saves(
          "wydarzenia/e" + i + ".md",
          "---",
          "tytuł: Inne " + i,
          "początek: 2022-02-" + (i + 30),
          "---",
          "Treść.");
    }

    folder.passes(MINUTE.multipliedBy(2));

    assertThat(folder.told())
        .singleElement()
        .asString()
        .contains("W pliku wydarzenia/e10.md jest błąd:", "• wiersz 3: ", "/sprawdz")
        .hasSizeLessThan(4096);
  }

  @Test
  void nightIsQuietAndWhatWasMendedByTheMorningIsNotTold() {
    folder.sleepsUntil("2022-02-10T23:00");
    broken();
    folder.saves("wydarzenia/inne.md", "---", "tytuł: Inne", "początek: jutro jakoś", "---", "T.");
    folder.runsUntil("2022-02-11T06:00");
    well();

    folder.runsUntil("2022-02-11T07:59");
    assertThat(folder.told()).isEmpty();

    folder.runsUntil("2022-02-11T08:01");
    assertThat(folder.told())
        .singleElement()
        .asString()
        .contains("wydarzenia/inne.md")
        .doesNotContain("spotkanie.md");
  }

  @Test
  void nightBeforeAnEventIsNotQuiet() {
    folder.sleepsUntil("2022-02-16T22:00").restarts().told();
    folder.saves("projekt/zle.md", "---", "tytuł: [", "---", "Treść.");

    folder.passes(MINUTE.multipliedBy(2));

    assertThat(folder.told()).singleElement().asString().contains("projekt/zle.md");
  }

  @Test
  void whoeverBecomesAnOrganiserIsToldWhatIsWrong() {
    folder.withoutOrganisers();
    broken();
    folder.passes(Duration.ofMinutes(5));
    assertThat(folder.reports()).isEmpty();

    folder.withOrganiser(ADesk.ANNA).passes(MINUTE);

    assertThat(folder.told()).hasSize(1);
  }

  @Test
  void warningsAreNotTold() {
    folder.saves("wydarzenia/drugie.md", "Zapraszamy na spotkanie w piątek 19.02 o 10:00.");

    folder.passes(Duration.ofMinutes(5));

    assertThat(folder.told()).isEmpty();
  }

  @Test
  void wrongLineOfAQuestionFileIsAnErrorToo() {
    folder.saves("pytania/p.jsonl", "{\"q\": \"kiedy\"}", "to nie JSON");

    folder.passes(MINUTE.multipliedBy(2));

    assertThat(folder.told())
        .singleElement()
        .asString()
        .startsWith("W pliku pytania/p.jsonl jest błąd:\n• wiersz 2: To nie jest poprawny wiersz");
  }
}
