package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that somebody has filled to see what happens. */
class HostileFolderTest {
  /** What took longer than this took minutes or hours before it was bounded. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MEGABYTE = 1_000_000;

  @TempDir Path path;
  @TempDir Path elsewhere;
  private AFolder folder;

  @BeforeEach
  void emptyFolder() {
    folder = new AFolder(path);
  }

  @Test
  void linkOutOfTheFolderIsNotReadOutToResidents() throws Exception {
    Path secret = Files.writeString(elsewhere.resolve("webinar-bot.env"), "TOKEN=tajne");
    Files.createSymbolicLink(path.resolve("plik.txt"), secret);
    Files.createSymbolicLink(path.resolve("folder"), elsewhere);

    assertThat(folder.read().knowledge().isEmpty()).isTrue();
    assertThat(folder.findings())
        .hasSize(2)
        .allMatch(finding -> finding.contains(":1: błąd: To dowiązanie prowadzi poza folder"));
  }

  @Test
  void linkWithinTheFolderIsFollowed() throws Exception {
    folder.with("projekt/a.txt", "Projekt trwa.");
    Files.createSymbolicLink(path.resolve("b.txt"), Path.of("projekt/a.txt"));

    assertThat(folder.read().knowledge().passages()).hasSize(2);
    assertThat(folder.findings()).isEmpty();
  }

  @Test
  void linksThatLeadToEachOtherAreFindings() throws Exception {
    Files.createSymbolicLink(path.resolve("a.txt"), Path.of("b.txt"));
    Files.createSymbolicLink(path.resolve("b.txt"), Path.of("a.txt"));

    assertThat(folder.findings())
        .hasSize(2)
        .allMatch(finding -> finding.contains(":1: błąd: Nie można odczytać tego pliku"));
  }

  @Test
  void foldersAThousandDeepAreAFinding() throws Exception {
    Files.createDirectories(path.resolve("a/".repeat(1_000)));
    folder.with("b.txt", "Projekt trwa.");

    assertThat(folder.read().knowledge().passages()).hasSize(1);
    assertThat(folder.findings())
        .singleElement()
        .asString()
        .contains(":1: ostrzeżenie: Ten folder leży zbyt głęboko");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nERROR b.txt", "a\u001B[31m.md", "a\u2028b.txt"})
  void nameThatWouldForgeALineOfTheLogIsAFindingWithoutIt(String name) {
    folder.with(name, "Tekst.");

    assertThat(folder.read().knowledge().isEmpty()).isTrue();
    assertThat(folder.findings())
        .singleElement()
        .asString()
        .contains("W tej nazwie jest znak, którego nie widać")
        .doesNotContainPattern("[\\p{Cntrl}\u2028]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a0: &a0 [ha, ha]\na1: &a1 [*a0, *a0]\ntytuł: *a1",
        "tytuł: &a [*a]",
        "tytuł: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]"
      })
  void anchorsAliasesAndTagsAreErrorsAndNeverFollowed(String frontMatter) {
    folder.withEvent(frontMatter);

    assertThat(folder.findings()).anyMatch(finding -> finding.contains("ma tu inne znaczenie"));
    assertThat(folder.event().title()).doesNotContain("javax", "ha");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://", // 30 minutes
        "[a](",
        "Meeting ID: ",
        "godz. 9:00-",
        "17.02 o 9:00 ",
        "a@a.",
        "600 ",
        "# Nagłówek\n",
        "kiedy?\n"
      })
  void megabyteOfOneThingIsRead(String piece) {
    folder.with("wydarzenia/a.txt", piece.repeat(MEGABYTE / piece.length()));

    assertTimeoutPreemptively(
        PATIENCE,
        () ->
            assertThat(folder.findings())
                .noneMatch(finding -> finding.contains("błąd programu"))
                .hasSizeLessThan(102));
  }

  @Test
  void megabyteOfOpenBracketsInTheFrontMatterIsAnError() {
    folder.withEvent("początek: 2022-02-17 9:00", "program: " + "[".repeat(MEGABYTE));

    assertTimeoutPreemptively(
        PATIENCE,
        () ->
            assertThat(folder.findings())
                .singleElement()
                .asString()
                .startsWith("wydarzenia/e.md:3: błąd: Wartość ma ponad 4000 znaków"));
  }

  @Test
  void findingsOfOneFileEndSomewhere() {
    folder.with("slownik.txt", "  - a\n".repeat(100_000));

    assertTimeoutPreemptively(PATIENCE, () -> assertThat(folder.findings()).hasSize(101));
    assertThat(folder.findings().getLast()).contains("Dalszych uwag do tego pliku");
  }

  @Test
  void factsAreSoughtInTheBeginningOfALongText() {
    String rest = "Zapraszamy wszystkich mieszkańców do rozmowy.\n".repeat(600);
    folder.with("wydarzenia/a.txt", "Zebranie 17.02.2022 o 9:00.\n" + rest + "Hasło: 969412\n");

    assertThat(folder.event().sessions()).hasSize(1);
    assertThat(folder.event().fact(FactKind.PASSCODE)).isNull();
    assertThat(folder.findings()).anyMatch(finding -> finding.contains("Tekst jest bardzo długi"));
  }

  @Test
  void titleOfOneEndlessWordIsCut() {
    folder.with("wydarzenia/a.txt", "a".repeat(3_000) + "\n17.02.2022 o 9:00\n");

    assertThat(folder.event().title()).endsWith(" …").hasSizeLessThan(300);
  }

  @Test
  void sentenceOfCommasSignsNothing() {
    folder.with("wydarzenia/a.txt", "Zebranie 17.02.2022 o 9:00.\n\n,, ,,\n");

    assertThat(folder.event().fact(FactKind.ORGANISERS)).isNull();
    assertThat(folder.findings()).noneMatch(finding -> finding.contains("błąd programu"));
  }
}
