package pl.soclab.webinarbot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Phrasing;
import pl.soclab.webinarbot.knowledge.SourceLine;

class CheckCommandTest {
  private static final String QUESTIONS = "pytania/zebranie.jsonl";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();

  @Test
  void everyFactIsShownWithItsLineAndWhereItWasReadFrom() throws Exception {
    int status = check(Folders.opened(folder, Folders.knowledge(List.of())));

    assertThat(out.toString())
        .contains(
            "wydarzenia/zebranie.md",
            "wydarzenie: Zebranie w sprawie placu  (wydarzenia/zebranie.md:2)",
            "stan: zaplanowane  (domyślnie)",
            "termin: czwartek 17 lutego 2022, 9:00–10:30, Europe/Warsaw"
                + "  (wydarzenia/zebranie.md:3)",
            "miejsce: świetlica  (wydarzenia/zebranie.md:4, z nagłówka)",
            "koszt: wstęp wolny  (wydarzenia/zebranie.md:9, z tekstu)",
            "fragmenty tekstu: 1");
    assertThat(status).isZero();
  }

  @Test
  void warningIsPrintedAndForgiven() throws Exception {
    Finding warning = finding(Finding.Severity.WARNING);

    int status = check(Folders.opened(folder, Folders.knowledge(List.of()), warning));

    assertThat(out.toString())
        .contains("wydarzenia/zebranie.md:7: ostrzeżenie: Coś tu jest nie tak.")
        .contains("0 błędów, 1 inna uwaga do plików.");
    assertThat(status).isZero();
  }

  @Test
  void errorInAFileFails() throws Exception {
    Finding error = finding(Finding.Severity.ERROR);

    int status = check(Folders.opened(folder, Folders.knowledge(List.of()), error));

    assertThat(out.toString()).contains("wydarzenia/zebranie.md:7: błąd: Coś tu jest nie tak.");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void questionThatKeepsItsAnswerPasses() throws Exception {
    questions("{\"id\": \"p1\", \"q\": \"o której to jest?\", \"must\": [[\"9:00\"]]}");

    int status = check(Folders.opened(folder, Folders.knowledge(List.of(QUESTIONS))));

    assertThat(out.toString()).contains("Pytania z folderu pytania: 1, z dobrą odpowiedzią 1.");
    assertThat(status).isZero();
  }

  @Test
  void questionThatLostItsAnswerFailsAndSaysWhatTheBotAnswers() throws Exception {
    questions(
        "{\"id\": \"p1\", \"q\": \"o której to jest?\", \"must\": [[\"9:00\"]]}",
        "{\"id\": \"p2\", \"q\": \"kiedy jest zebranie?\", \"must\": [[\"18 marca\"]]}");

    int status = check(Folders.opened(folder, Folders.knowledge(List.of(QUESTIONS))));

    assertThat(out.toString())
        .contains("pytania/zebranie.jsonl:2: błąd: „kiedy jest zebranie?”: ")
        .contains("17 lutego")
        .contains("Pytania z folderu pytania: 2, z dobrą odpowiedzią 1.");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void questionThatCannotBeReadIsAFinding() throws Exception {
    questions("{\"id\": \"p1\"");

    int status = check(Folders.opened(folder, Folders.knowledge(List.of(QUESTIONS))));

    assertThat(out.toString()).contains("pytania/zebranie.jsonl:1: błąd: To nie jest poprawny");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void emptyFolderIsToldAfterItsFindings() {
    Finding error = finding(Finding.Severity.ERROR);

    assertThatThrownBy(() -> check(Folders.opened(folder, Knowledge.empty(), error)))
        .isInstanceOf(CannotGoOn.class)
        .hasMessageContaining("nie ma żadnego tekstu");
    assertThat(out.toString()).contains("wydarzenia/zebranie.md:7: błąd:");
  }

  @Test
  void phrasingOfNoTopicFails() throws Exception {
    var phrasing = new Phrasing("kozt", "ile bulimy", new SourceLine("sformulowania/kozt.txt", 1));
    var knowledge =
        new Knowledge(
            List.of(Folders.meeting()),
            List.of(),
            List.of(),
            List.of(),
            List.of(phrasing),
            List.of());

    int status = check(Folders.opened(folder, knowledge));

    assertThat(out.toString())
        .contains("sformułowania: 1")
        .contains("sformulowania/kozt.txt:1: błąd: Nie ma tematu „kozt”")
        .contains("koszt");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void gapsAreListedMostAskedFirstAndForgiven() throws Exception {
    int status = check(Folders.opened(folder, Folders.knowledge(List.of())));

    assertThat(out.toString())
        .contains("Pytania mieszkańców o wydarzenie „Zebranie w sprawie placu”")
        .contains("  Odpowiada na: kiedy i o której to jest; gdzie to jest;")
        .contains("  Nie podano: czy trzeba się zapisać; ")
        .containsPattern("Nie podano: .*czy będzie tłumaczenie; .*czy będzie nagranie; ");
    assertThat(status).isZero();
  }

  @Test
  void eachComingEventHasItsGaps() throws Exception {
    Event past = Folders.meeting("stare", "Stare zebranie", LocalDate.of(2021, 2, 17));
    Event next = Folders.meeting("wiosenne", "Wiosenne zebranie", LocalDate.of(2022, 4, 7));
    var knowledge =
        new Knowledge(
            List.of(past, Folders.meeting(), next), List.of(), List.of(), List.of(), List.of());

    check(Folders.opened(folder, knowledge));

    assertThat(out.toString())
        .contains("Pytania mieszkańców o wydarzenie „Zebranie w sprawie placu”")
        .contains("Pytania mieszkańców o wydarzenie „Wiosenne zebranie”")
        .doesNotContain("Pytania mieszkańców o wydarzenie „Stare zebranie”");
  }

  @Test
  void lastEventIsAskedAboutWhereAllArePast() throws Exception {
    Event past = Folders.meeting("stare", "Stare zebranie", LocalDate.of(2021, 2, 17));
    Event older = Folders.meeting("dawne", "Dawne zebranie", LocalDate.of(2020, 2, 17));
    var knowledge = new Knowledge(List.of(older, past), List.of(), List.of(), List.of(), List.of());

    check(Folders.opened(folder, knowledge));

    assertThat(out.toString())
        .contains("Pytania mieszkańców o wydarzenie „Stare zebranie”")
        .doesNotContain("Pytania mieszkańców o wydarzenie „Dawne zebranie”");
  }

  @Test
  void questionsAreCountedByTopicAndStyle() throws Exception {
    questions(
        "{\"id\": \"p1\", \"q\": \"o której to?\", \"topic\": \"time\", \"style\": \"clean\","
            + " \"must\": [[\"9:00\"]]}",
        "{\"id\": \"p2\", \"q\": \"czy bedzie nagranie?\", \"topic\": \"recording\","
            + " \"style\": \"no_diacritics\", \"answerable\": false}");

    check(Folders.opened(folder, Folders.knowledge(List.of(QUESTIONS))));

    assertThat(out.toString())
        .containsPattern("(?m)^  time +1 +1 +0 +0 +0$")
        .containsPattern("(?m)^  no_diacritics +1 +1 +0 +0 +0$")
        .containsPattern("(?m)^  bez odpowiedzi +1 +1 +0 +0 +0$");
  }

  @Test
  void tableLeavesOutWhatNoQuestionNames() throws Exception {
    questions("{\"id\": \"p1\", \"q\": \"o której to?\", \"must\": [[\"9:00\"]]}");

    check(Folders.opened(folder, Folders.knowledge(List.of(QUESTIONS))));

    assertThat(out.toString()).contains("razem").doesNotContain("temat", "styl");
  }

  private static Finding finding(Finding.Severity severity) {
    return new Finding(
        new SourceLine("wydarzenia/zebranie.md", 7), severity, "Coś tu jest nie tak.");
  }

  private void questions(String... lines) throws IOException {
    Path file = folder.resolve(QUESTIONS);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }

  private int check(OpenedFolder opened) throws CannotGoOn {
    return CheckCommand.report(opened, new PrintWriter(out, true));
  }
}
