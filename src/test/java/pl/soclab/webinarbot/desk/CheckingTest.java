package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.AnEditor.EVENT;
import static pl.soclab.webinarbot.desk.AnEditor.FILE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckingTest {
  @TempDir Path path;
  private AnEditor editor;

  @BeforeEach
  void open() {
    editor = AnEditor.withTheMeeting(path);
  }

  @Test
  void wellKeptFolderHasNothingToMendAndShowsItsGaps() {
    editor.types("/sprawdz");

    assertThat(editor.reads())
        .contains("nie ma nic do poprawienia", "nie ma żadnych pytań")
        .contains("Pytania mieszkańców o wydarzenie „Zebranie o placu zabaw”")
        .contains("Odpowiada na: kiedy i o której to jest;")
        .contains("Nie podano: ");
    assertThat(editor.reads()).hasSizeLessThanOrEqualTo(3500);
  }

  @Test
  void findingsAndLostQuestionsAreShownErrorsFirst() {
    editor.onDisk(
        FILE, EVENT.replace("początek: 2022-02-17", "nieznany klucz: tak\npoczątek: 2022-02-31"));
    editor.onDisk(
        "pytania/p.jsonl",
        "{\"id\": \"1\", \"q\": \"ile to kosztuje\", \"answerable\": true, \"must\": [[\"0 zł\"]]}\n");

    editor.types("/sprawdź");

    assertThat(editor.reads())
        .contains("• " + FILE + ":4: błąd: ")
        .contains("Pytania z folderu pytania: 1, z dobrą odpowiedzią: 0.")
        .contains("„ile to kosztuje”: bot nie znalazł odpowiedzi");
    assertThat(editor.reads().indexOf("błąd:")).isLessThan(editor.reads().indexOf("ostrzeżenie:"));
  }

  @Test
  void whatDoesNotFitComesAsAFile() {
    for (int i = 0; i < 60; i++) {
      editor.onDisk("informacje/plik%d.pdf".formatted(i), "x");
    }

    editor.types("/sprawdz");

    assertThat(editor.reply()).hasSize(2);
    assertThat(editor.reply().getFirst().text().text()).hasSizeLessThanOrEqualTo(3500);
    assertThat(editor.file().fileName()).isEqualTo("sprawdzenie.txt");
    assertThat(new String(editor.file().content(), StandardCharsets.UTF_8))
        .contains("informacje/plik59.pdf", "Nie podano: ");
  }

  @Test
  void questionOnTrialIsAnsweredAsForAResidentWithItsSource() {
    editor.types("/zapytaj_na_probe gdzie to będzie?");

    assertThat(editor.reply().getFirst().text().text()).contains("świetlica");
    assertThat(editor.reads())
        .contains("Rodzaj: fakt o wydarzeniu.", "Temat: Gdzie.", "Źródło: " + FILE + ", wiersz 4.");
  }

  @Test
  void questionWithoutAnAnswerSaysSo() {
    editor.types("/zapytaj_na_probe ile to kosztuje?");

    assertThat(editor.reads()).contains("Rodzaj: w plikach nie ma odpowiedzi.");
  }

  @Test
  void questionMayComeInTheNextMessage() {
    editor.types("/zapytaj_na_probe");
    assertThat(editor.labels()).containsExactly("Anuluj");

    editor.restarts().types("gdzie to będzie?");

    assertThat(editor.reads()).contains("świetlica", "Rodzaj: ");
    assertThat(editor.types("gdzie to będzie?").reads()).isEqualTo(ADesk.RESIDENTS);
  }

  @Test
  void lateQuestionIsAnOrdinaryOne() {
    editor.types("/zapytaj_na_probe").waits(Duration.ofMinutes(31));

    assertThat(editor.types("gdzie to będzie?").reads()).isEqualTo(ADesk.RESIDENTS);
  }

  @Test
  void organiserWhoTurnsToSomethingElseIsTold() {
    editor.types("/zapytaj_na_probe").types("/wersje");

    assertThat(editor.reads()).contains("Nie czekam już na pytanie na próbę");
    assertThat(editor.types("gdzie to będzie?").reads()).isEqualTo(ADesk.RESIDENTS);
  }

  @Test
  void cancelledQuestionIsNotWaitedFor() {
    editor.types("/zapytaj_na_probe").presses("Anuluj");

    assertThat(editor.reads()).contains("odwołane");
    assertThat(editor.types("gdzie to będzie?").reads()).isEqualTo(ADesk.RESIDENTS);
  }
}
