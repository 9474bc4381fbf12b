package pl.soclab.webinarbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<CommonOptions> rehearsed = new ArrayList<>();
  private final List<CommonOptions> served = new ArrayList<>();

  @BeforeEach
  void anAnnouncement() throws IOException {
    Path file = folder.resolve("wydarzenia/zebranie.md");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        ---
        tytuł: Zebranie w sprawie placu
        początek: 2022-02-17 09:00
        miejsce: świetlica
        ---
        Porozmawiamy o nowym placu zabaw.
        """);
  }

  @Test
  void withoutACommandItServes() {
    assertThat(run()).isZero();
    assertThat(served).hasSize(1);
  }

  @Test
  void serveIsGivenItsOptions() {
    run("serve", "--knowledge", "somewhere", "--now", "2022-02-16T12:00");

    assertThat(served.getFirst().knowledge()).isEqualTo(Path.of("somewhere"));
    assertThat(served.getFirst().now()).isEqualTo(LocalDateTime.of(2022, 2, 16, 12, 0));
  }

  @Test
  void askPrintsTheAnswerItsTopicAndItsSource() {
    int status = run("ask", "--knowledge", folder.toString(), "o", "której", "to?");

    assertThat(text(out))
        .contains("9:00")
        .containsPattern("Temat: .*time")
        .contains("Źródło: wydarzenia/zebranie.md:3");
    assertThat(status).isZero();
  }

  @Test
  void askLeansOnThePreviousQuestion() {
    run("ask", "--knowledge", folder.toString(), "--prev", "gdzie jest zebranie?", "a o której?");

    assertThat(text(out)).contains("9:00").contains("Źródło: wydarzenia/zebranie.md:3");
  }

  @Test
  void nowIsReadInTheZoneOfTheEvent() {
    run("ask", "--knowledge", folder.toString(), "--now", "2022-02-16 12:00", "kiedy to?");

    assertThat(text(out)).contains("jutro");
  }

  @Test
  void checkShowsTheEvent() {
    int status = run("check", "--knowledge", folder.toString());

    assertThat(text(out)).contains("wydarzenie: Zebranie w sprawie placu");
    assertThat(status).isZero();
  }

  @Test
  void evalWritesEveryAnswerWhateverItsStatus() throws IOException {
    Path questions = folder.resolve("q.jsonl");
    Files.writeString(
        questions,
        """
        {"id": "a", "q": "o której to?", "topic": "time", "must": [["9:00"]]}
        {"id": "b", "q": "gdzie to jest?", "topic": "place", "must": [["nigdzie"]]}
        """);
    Path answers = folder.resolve("a.jsonl");

    int status =
        run(
            "eval",
            "--knowledge",
            folder.toString(),
            "--questions",
            questions.toString(),
            "--out",
            answers.toString());

    assertThat(Files.readAllLines(answers)).hasSize(2).first().asString().contains("\"id\":\"a\"");
    assertThat(text(out)).contains("time").contains("place");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void evalOfAFileThatIsNotThereFails() {
    int status = run("eval", "--knowledge", folder.toString(), "--questions", "none.jsonl");

    assertThat(text(err)).startsWith("none.jsonl:1: błąd: Nie da się odczytać tego pliku.");
    assertThat(status).isEqualTo(1);
  }

  @Test
  void folderThatIsNotThereIsOneSentence() {
    int status = run("check", "--knowledge", folder.resolve("brak").toString());

    assertThat(text(err))
        .startsWith("Nie ma folderu „")
        .contains("--knowledge FOLDER")
        .hasLineCount(1);
    assertThat(status).isEqualTo(1);
  }

  @Test
  void folderWithoutTextIsOneSentence() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("pusty"));

    assertThat(run("ask", "--knowledge", empty.toString(), "kiedy?")).isEqualTo(1);
    assertThat(text(err)).contains("nie ma żadnego tekstu").hasLineCount(1);
  }

  @Test
  void wrongUsageSaysWhatIsWrongInPolishAndWhereHelpIs() {
    assertThat(run("--nieznana")).isEqualTo(2);
    assertThat(run("eval")).isEqualTo(2);
    assertThat(run("ask")).isEqualTo(2);
    assertThat(run("ask", "--now", "jutro", "kiedy?")).isEqualTo(2);

    assertThat(text(err))
        .contains("Nieznane polecenie lub opcja: --nieznana.")
        .contains("Brakuje: --questions.")
        .contains("Brakuje: PYTANIE.")
        .contains("Zła wartość opcji --now: jutro.")
        .contains("Pomoc: webinar-bot eval --help");
    assertThat(served).isEmpty();
  }

  @Test
  void rehearsalIsToldTheFolder() {
    assertThat(run("rehearse", "--knowledge", "somewhere")).isZero();

    assertThat(rehearsed).hasSize(1);
    assertThat(rehearsed.getFirst().knowledge()).isEqualTo(Path.of("somewhere"));
    assertThat(served).isEmpty();
  }

  @Test
  void helpIsInPolish() {
    assertThat(run("--help")).isZero();
    assertThat(run("eval", "--help")).isZero();

    assertThat(text(out))
        .contains("Użycie: webinar-bot", "Opcje:", "Polecenia:", "serve", "ask", "check", "eval")
        .contains("Użycie: webinar-bot eval", "--questions");
  }

  private int run(String... args) {
    return WebinarBotCommand.run(
        options -> {
          served.add(options);
          return 0;
        },
        options -> {
          rehearsed.add(options);
          return 0;
        },
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
