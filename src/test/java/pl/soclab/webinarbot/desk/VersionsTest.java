package pl.soclab.webinarbot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.desk.AnEditor.BARTEK;
import static pl.soclab.webinarbot.desk.AnEditor.EVENT;
import static pl.soclab.webinarbot.desk.AnEditor.FILE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
  private static final String NAME = "2022-02-17-zebranie.md";
  private static final String AT_TEN = EVENT.replace("9:00", "10:00");

  @TempDir Path path;
  private AnEditor editor;

  @BeforeEach
  void open() {
    editor = AnEditor.withTheMeeting(path);
  }

  private AnEditor published(String name, String content) {
    return editor.sendsFile(name, content).presses("Opublikuj");
  }

  private String numberOf(int position) {
    return editor.labels().get(2 * position).replaceAll("\\D", "");
  }

  @Test
  void withoutChangesThereAreNoVersions() {
    assertThat(editor.types("/wersje").reads()).contains("nie ma poprzednich wersji");
  }

  @Test
  void versionsSayWhoAndWhenAndHowMuch() {
    published(NAME, AT_TEN);
    editor.waits(Duration.ofMinutes(5)).as(BARTEK);
    published(NAME, AT_TEN + "Dojazd autobusem.\n");

    editor.types("/wersje");

    assertThat(editor.reads())
        .contains(": " + FILE + "\n16 lutego 2022, 12:05, z tej rozmowy, wiersze: +1, −0")
        .contains(
            ": " + FILE + "\n16 lutego 2022, 12:00, z rozmowy numer 501000001, wiersze: +1, −1");
    assertThat(editor.reply().getFirst().buttons()).hasSize(2);
  }

  @Test
  void versionIsSentAsAFile() {
    published(NAME, AT_TEN).types("/wersje");

    editor.presses("Nr " + numberOf(0) + ": zobacz");

    assertThat(editor.file().fileName()).isEqualTo(NAME);
    assertThat(new String(editor.file().content(), StandardCharsets.UTF_8)).isEqualTo(EVENT);
  }

  @Test
  void versionIsBroughtBackAfterAPreview() {
    published(NAME, AT_TEN).types("/wersje").presses("Nr " + numberOf(0) + ": przywróć");
    assertThat(editor.reads()).contains("Przywracanie wersji", "• godzina: 10:00 → 9:00");
    assertThat(editor.disk(FILE)).isEqualTo(AT_TEN);

    editor.presses("Opublikuj");

    assertThat(editor.disk(FILE)).isEqualTo(EVENT);
    assertThat(editor.answers("o której to jest")).contains("9:00");
    assertThat(editor.publisher().versions(10)).hasSize(2);
  }

  @Test
  void bringingBackWhatWasNoFileRemovesIt() {
    String text = "Sprzątanie lasu\n\nZapraszamy w sobotę 5 marca 2022 o godz. 10:00.\n";
    String file = "wydarzenia/2022-03-05-sprzatanie-lasu.txt";
    editor.forwards(text).presses("Opublikuj");
    editor.types("/wersje").presses("Nr " + numberOf(0) + ": przywróć");
    assertThat(editor.reads()).contains("zostanie usunięty");

    editor.presses("Opublikuj");

    assertThat(editor.files()).containsExactly(FILE);
    assertThat(editor.reads()).contains("Usunięte: " + file);
    editor.types("/wersje").presses("Nr " + numberOf(0) + ": przywróć").presses("Opublikuj");
    assertThat(editor.disk(file)).isEqualTo(text);
  }

  @Test
  void versionOfNoFileCannotBeSeen() {
    editor.forwards("Sprzątanie lasu\n\nZapraszamy w sobotę 5 marca 2022 o godz. 10:00.");
    editor.presses("Opublikuj").types("/wersje");

    assertThat(editor.presses("Nr " + numberOf(0) + ": zobacz").reads()).contains("nie było");
  }

  @Test
  void fileOfTheOnlyEventIsSentAtOnce() {
    editor.onDisk("odpowiedzi/o.md", "# Czy jest parking?\n\nTak.\n").types("/plik");

    assertThat(editor.file().fileName()).isEqualTo(NAME);
    editor.presses("Inne pliki");
    assertThat(editor.labels()).containsExactly("Zebranie o placu zabaw", "odpowiedzi/o.md");
    editor.presses("odpowiedzi/o.md");
    assertThat(editor.file().fileName()).isEqualTo("o.md");
  }

  @Test
  void manyFilesAreShownPageByPage() {
    for (int i = 10; i < 30; i++) {
      editor.onDisk("wydarzenia/w%d.md".formatted(i), EVENT.replace("17 9:00", i + " 9:00"));
    }

    editor.types("/plik");

    assertThat(editor.reads()).contains("Strona 1 z 3");
    assertThat(editor.labels()).hasSize(9).contains("Następna strona");
    editor.presses("Następna strona").presses("Następna strona");
    assertThat(editor.labels()).hasSize(6).contains("Poprzednia strona");
  }

  @Test
  void fileIsFoundByAPartOfItsNameOrTitle() {
    editor.onDisk("informacje/dojazd.md", "Dojazd autobusem.\n");

    assertThat(editor.types("/plik DOJAZD").file().fileName()).isEqualTo("dojazd.md");
    assertThat(editor.types("/plik placu zabaw").file().fileName()).isEqualTo(NAME);
    assertThat(editor.types("/plik nic").reads()).contains("Nie ma pliku");
  }

  @Test
  void emptyFolderHasNoFileToSend(@TempDir Path empty) {
    assertThat(AnEditor.in(empty).types("/plik").reads()).contains("nie ma jeszcze żadnego pliku");
  }
}
