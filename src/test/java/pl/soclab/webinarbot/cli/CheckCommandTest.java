package pl.soclab.webinarbot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;
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
