package pl.soclab.webinarbot.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;

class AnswerFileTest {
  private static final AnswerFile FILE = new AnswerFile("festyn");

  @TempDir private Path folder = Path.of("");

  private KnowledgeReader.Reading read(AnswerFile file, String content) throws IOException {
    Path path = folder.resolve(file.name(1));
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
    Files.createDirectories(folder.resolve("wydarzenia"));
    Files.writeString(folder.resolve("wydarzenia/festyn.md"), "---\ntytuł: Festyn\n---\n");
    return new KnowledgeReader(() -> OpenQuestionStores.NOW).read(folder);
  }

  private static OpenQuestion question(String... samples) {
    Instant now = OpenQuestionStores.NOW;
    return new OpenQuestion(
        1, "festyn", null, OpenQuestion.State.OPEN, List.of(samples), 1, 0, now, now, null, null);
  }

  @Test
  void newFileIsAboutItsEvent() throws IOException {
    String content = FILE.with(null, List.of("czy będzie parking", "gdzie zaparkować?"), "Tak.");

    assertThat(content)
        .isEqualTo(
            """
            ---
            wydarzenie: "festyn"
            ---

            # Odpowiedzi na pytania mieszkańców

            ## czy będzie parking?

            ## gdzie zaparkować?

            Tak.
            """);
    ReadyAnswer ready = read(FILE, content).knowledge().readyAnswers().getFirst();
    assertThat(ready.eventId()).isEqualTo("festyn");
    assertThat(ready.questions()).containsExactly("czy będzie parking?", "gdzie zaparkować?");
    assertThat(ready.text()).isEqualTo("Tak.");
    assertThat(read(FILE, content).findings())
        .noneMatch(finding -> finding.source().file().equals(FILE.name(1)));
  }

  @Test
  void fileOfNoEventSaysNothingOfOne() throws IOException {
    AnswerFile general = new AnswerFile(null);
    String content = general.with(null, List.of("co to jest?"), "Nic.");

    assertThat(general.name(1)).isEqualTo("odpowiedzi/z-rozmow.md");
    assertThat(content).startsWith("# Odpowiedzi");
    assertThat(read(general, content).knowledge().readyAnswers().getFirst().eventId()).isNull();
  }

  @Test
  void nextAnswerStandsBehindTheOthers() throws IOException {
    String first = FILE.with(null, List.of("parking?"), "Tak.");

    String second = FILE.with(first, List.of("winda?"), "Nie.");

    assertThat(second).startsWith(first).endsWith("\n\n## winda?\n\nNie.\n");
    assertThat(read(FILE, second).knowledge().readyAnswers())
        .extracting(ReadyAnswer::text)
        .containsExactly("Tak.", "Nie.");
  }

  @Test
  void doingItTwiceIsDoingItOnce() {
    String once =
        FILE.with(FILE.with(null, List.of("parking?"), "Tak."), List.of("winda?"), "Nie.");

    assertThat(FILE.with(once, List.of("winda?"), "Nie.")).isEqualTo(once);
    assertThat(FILE.with(once, List.of("parking?"), "Tak.")).isEqualTo(once);
  }

  @Test
  void anotherAnswerToTheSamePhrasingsTakesThePlaceOfTheFormer() {
    String both =
        FILE.with(FILE.with(null, List.of("parking?"), "Tak."), List.of("winda?"), "Nie.");

    assertThat(FILE.with(both, List.of("parking?"), "Nie ma."))
        .contains("## parking?\n\nNie ma.\n\n## winda?\n\nNie.\n")
        .doesNotContain("Tak.");
  }

  @Test
  void answerToSeveralPhrasingsIsNotTakenApart() throws IOException {
    String both = FILE.with(null, List.of("parking?", "winda?"), "Tak.");

    String more = FILE.with(both, List.of("winda?"), "Nie.");

    assertThat(read(FILE, more).knowledge().readyAnswers())
        .extracting(ReadyAnswer::text)
        .containsExactly("Tak.", "Nie.");
  }

  @Test
  void fileThatAnOrganiserEditedKeepsWhatStandsThere() {
    String edited = "# Moje\r\n\r\n## parking?\r\n\r\nTak.";

    assertThat(FILE.with(edited, List.of("winda?"), "Nie.\nWcale."))
        .isEqualTo(edited + "\r\n\r\n## winda?\r\n\r\nNie.\r\nWcale.\r\n");
    assertThat(FILE.with(" \n", List.of("winda?"), "Nie.")).startsWith("---\nwydarzenie");
  }

  @Test
  void answersOfAnySignsComeOutAsTheyWereTyped() throws IOException {
    String answer = "# Uwaga\n---\n<b>Tak</b> &amp; nie\n\n- [mapa](https://gmina.pl/a_b?x=1&y=2)";

    String content = FILE.with(null, List.of("**parking** [numer] <b>#1</b>?"), answer);

    ReadyAnswer ready = read(FILE, content).knowledge().readyAnswers().getFirst();
    assertThat(ready.text()).isEqualTo(answer);
    assertThat(ready.questions()).containsExactly("**parking** [numer] <b>#1</b>?");
  }

  @ParameterizedTest
  @CsvSource({
    "'czy będzie parking', 'czy będzie parking?'",
    "'Czy będzie parking.', 'Czy będzie parking?'",
    "'parking…', 'parking?'",
    "'Czy będzie parking? Pozdrawiam', 'Czy będzie parking?'",
    "'Dzień dobry. Jest winda?!', 'Dzień dobry. Jest winda?'",
    "'Jest kawa? I czy jest winda?', 'Jest kawa? I czy jest winda?'"
  })
  void headingsAsk(String phrasing, String heading) {
    assertThat(AnswerFile.asHeading(phrasing)).isEqualTo(heading);
  }

  @Test
  void publishedAnswerIsFoundByAnyPhrasingAndItsEvent() throws IOException {
    String content = FILE.with(null, List.of("czy jest kawa? A herbata?", "napoje"), "Tak.");
    Knowledge knowledge = read(FILE, content).knowledge();

    assertThat(AnswerFile.published(question("inne", "napoje"), knowledge)).isNotNull();
    assertThat(AnswerFile.published(question("czy jest kawa? A herbata?"), knowledge)).isNotNull();
    assertThat(AnswerFile.published(question("inne"), knowledge)).isNull();
    assertThat(AnswerFile.published(question("napoje"), Knowledge.empty())).isNull();
  }

  @Test
  void tooLongAFileDoesNotFit() {
    assertThat(AnswerFile.fits("ą".repeat(500_000))).isTrue();
    assertThat(AnswerFile.fits("ą".repeat(500_001))).isFalse();
    assertThat(FILE.name(2)).isEqualTo("odpowiedzi/z-rozmow-festyn-2.md");
  }
}
