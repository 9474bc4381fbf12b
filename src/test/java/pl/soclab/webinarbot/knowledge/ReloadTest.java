package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {
  @TempDir Path path;
  private Instant now = AFolder.NOW;
  private final InstantSource clock = () -> now;
  private AFolder files;
  private KnowledgeFolder folder;

  @BeforeEach
  void openFolder() {
    files =
        new AFolder(path)
            .withEvent("początek: 17.02 9:00", "hasło: 123")
            .with("projekt/a.txt", "Projekt trwa 12 lat.")
            .with("projekt/b.txt", "Biuro projektu jest w ratuszu.");
    age(Duration.ofDays(1));
    folder = new KnowledgeFolder(path, new KnowledgeReader(clock), clock);
  }

  /** Files that were saved so long before now. */
  private void age(Duration age) {
    List.of("wydarzenia/e.md", "projekt/a.txt", "projekt/b.txt")
        .forEach(name -> setTime(name, FileTime.from(now.minus(age))));
  }

  private void setTime(String name, FileTime time) {
    try {
      Files.setLastModifiedTime(path.resolve(name), time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean tickAfter(Duration time) {
    now = now.plus(time);
    return folder.tick();
  }

  private boolean isReadOnceQuiet() {
    tickAfter(Duration.ZERO);
    return tickAfter(Duration.ofMillis(300));
  }

  private Passage passage(String file) {
    return folder.current().knowledge().passages().stream()
        .filter(passage -> passage.source().file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private Event event() {
    return folder.current().knowledge().events().getFirst();
  }

  @Test
  void unchangedFileIsNotReadAgain() {
    Passage unchanged = passage("projekt/b.txt");
    Event event = event();
    files.with("projekt/a.txt", "Projekt trwa trzy lata.");

    assertThat(isReadOnceQuiet()).isTrue();

    assertThat(passage("projekt/a.txt").text()).isEqualTo("Projekt trwa trzy lata.");
    assertThat(passage("projekt/b.txt")).isSameAs(unchanged);
    assertThat(event()).isSameAs(event);
  }

  @Test
  void removedFileIsGoneAndTheOthersStay() throws IOException {
    Passage unchanged = passage("projekt/b.txt");
    Files.delete(path.resolve("projekt/a.txt"));

    assertThat(isReadOnceQuiet()).isTrue();

    assertThat(folder.current().knowledge().passages())
        .extracting(passage -> passage.source().file())
        .doesNotContain("projekt/a.txt");
    assertThat(passage("projekt/b.txt")).isSameAs(unchanged);
  }

  @Test
  void brokenEventKeepsItsLastGoodVersionWhileOtherFilesChange() {
    files.withEvent("początek: 37.02 9:00", "hasło: 456");
    isReadOnceQuiet();
    files.with("projekt/a.txt", "Projekt trwa cztery lata.");

    assertThat(isReadOnceQuiet()).isTrue();

    assertThat(event().sessions()).hasSize(1);
    assertThat(event().fact(FactKind.PASSCODE)).extracting(Fact::value).isEqualTo("123");
    assertThat(folder.current().findings())
        .extracting(Finding::severity)
        .containsExactly(Finding.Severity.NOTE, Finding.Severity.ERROR);
  }

  @Test
  void newDayReadsDatesWithoutAYearAgain() {
    assertThat(event().sessions().getFirst().date()).isEqualTo(LocalDate.of(2022, 2, 17));
    Passage unchanged = passage("projekt/a.txt");

    assertThat(tickAfter(Duration.ofDays(300))).isTrue();

    assertThat(event().sessions().getFirst().date()).isEqualTo(LocalDate.of(2023, 2, 17));
    assertThat(passage("projekt/a.txt")).isSameAs(unchanged);
    assertThat(tickAfter(Duration.ofSeconds(1))).isFalse();
  }

  @Test
  void newDayOnWhichNothingSaysAnythingElseTellsNobody() {
    assertThat(tickAfter(Duration.ofDays(1))).isFalse();
  }

  @Test
  void newDayReadsManyFilesInSeveralLooks() {
    for (int i = 0; i < 120; i++) {
      files.with("projekt/" + i + ".txt", "Tekst.");
    }
    isReadOnceQuiet();

    now = now.plus(Duration.ofDays(300));

    assertThat(List.of(folder.tick(), folder.tick(), folder.tick(), folder.tick()))
        .containsExactly(false, false, true, false);
  }

  @Test
  void saveWithinAStepOfTheFileSystemsClockIsSeen() {
    FileTime step = FileTime.from(now);
    files.with("projekt/a.txt", "Projekt trwa 17 lat.");
    setTime("projekt/a.txt", step);
    isReadOnceQuiet();
    files.with("projekt/a.txt", "Projekt trwa 18 lat.");
    setTime("projekt/a.txt", step);

    assertThat(isReadOnceQuiet()).isTrue();

    assertThat(passage("projekt/a.txt").text()).isEqualTo("Projekt trwa 18 lat.");
  }

  @Test
  void saveThatSetsTheTimeOfAnOldFileBackIsSeenWithinTwoMinutes() throws IOException {
    tickAfter(Duration.ofSeconds(10));
    FileTime old = Files.getLastModifiedTime(path.resolve("projekt/a.txt"));
    files.with("projekt/a.txt", "Projekt trwa 15 lat.");
    setTime("projekt/a.txt", old);
    assertThat(isReadOnceQuiet()).isFalse();

    now = now.plus(Duration.ofMinutes(2));

    assertThat(isReadOnceQuiet()).isTrue();
    assertThat(passage("projekt/a.txt").text()).isEqualTo("Projekt trwa 15 lat.");
  }
}
