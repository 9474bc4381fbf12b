package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhrasingsReaderTest {
  @TempDir Path path;
  private AFolder folder;

  @BeforeEach
  void emptyFolder() {
    folder = new AFolder(path);
  }

  @Test
  void everyLineIsAPhrasingOfTheTopicThatTheFileIsNamedAfter() {
    folder.with(
        "sformulowania/koszt.txt",
        """
        # jak pytają u nas
        ile trzeba zabulić

        - za friko to?
        """);

    KnowledgeReader.Reading reading = folder.read();

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.knowledge().phrasings())
        .containsExactly(
            new Phrasing(
                "koszt", "ile trzeba zabulić", new SourceLine("sformulowania/koszt.txt", 2)),
            new Phrasing("koszt", "za friko to?", new SourceLine("sformulowania/koszt.txt", 4)));
    assertThat(reading.knowledge().passages()).isEmpty();
  }

  @Test
  void folderMayBeWrittenWithDiacritics() {
    folder.with("Sformułowania/koszt.txt", "ile trzeba zabulić");

    assertThat(folder.read().knowledge().phrasings()).hasSize(1);
  }

  @Test
  void lineTooLongForAQuestionIsAFinding() {
    folder.with("sformulowania/koszt.txt", "ile\n" + "ile to kosztuje ".repeat(13));

    assertThat(folder.findings())
        .singleElement()
        .asString()
        .startsWith("sformulowania/koszt.txt:2: błąd: Ten wiersz ma ponad 200 znaków");
    assertThat(folder.read().knowledge().phrasings()).hasSize(1);
  }

  @Test
  void lineWithoutAWordIsAFinding() {
    folder.with("sformulowania/koszt.txt", "ile\n???");

    assertThat(folder.findings())
        .singleElement()
        .asString()
        .startsWith("sformulowania/koszt.txt:2: błąd: W tym wierszu nie ma ani jednego słowa.");
  }

  @Test
  void fileWithoutAQuestionIsAFinding() {
    folder.with("sformulowania/koszt.txt", "# tu dopiszemy");

    assertThat(folder.findings())
        .singleElement()
        .asString()
        .startsWith("sformulowania/koszt.txt:1: ostrzeżenie: W tym pliku nie ma żadnego pytania");
  }
}
