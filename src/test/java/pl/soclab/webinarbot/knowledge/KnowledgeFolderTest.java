package pl.soclab.webinarbot.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeFolderTest {
  @TempDir Path path;
  private Instant now = AFolder.NOW;
  private final InstantSource clock = () -> now;
  private final List<KnowledgeReader.Reading> told = new ArrayList<>();
  private AFolder files;
  private KnowledgeFolder folder;

  @BeforeEach
  void openFolder() {
    files = new AFolder(path).withEvent("początek: 2022-02-17 9:00", "hasło: 123");
    folder = new KnowledgeFolder(path, new KnowledgeReader(clock), clock);
    folder.onChange(told::add);
  }

  private boolean tickAfter(long millis) {
    now = now.plusMillis(millis);
    return folder.tick();
  }

  private Event event() {
    return folder.current().knowledge().events().getFirst();
  }

  @Test
  void folderIsReadAtOnce() {
    assertThat(folder.current().knowledge().events()).hasSize(1);
    assertThat(tickAfter(1000)).isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void changeIsReadOnceItIsQuiet() {
    files.withEvent("początek: 2022-02-17 10:00");
    assertThat(tickAfter(0)).isFalse();
    files.withEvent("początek: 2022-02-17 11:00", "koszt: 1 zł");
    assertThat(tickAfter(200)).isFalse();
    assertThat(tickAfter(200)).isFalse();

    assertThat(tickAfter(100)).isTrue();

    assertThat(tickAfter(1000)).isFalse();
    assertThat(told).containsExactly(folder.current());
    assertThat(event().sessions().getFirst().startTime()).isEqualTo(LocalTime.of(11, 0));
  }

  @Test
  void saveThatChangesNeitherLengthNorTimeIsSeen() throws IOException {
    Path file = path.resolve("wydarzenia/e.md");
    FileTime time = Files.getLastModifiedTime(file);
    files.withEvent("początek: 2022-02-18 9:00", "hasło: 123");
    Files.setLastModifiedTime(file, time);
    tickAfter(0);

    assertThat(tickAfter(300)).isTrue();

    assertThat(event().sessions().getFirst().date()).isEqualTo(LocalDate.of(2022, 2, 18));
  }

  @Test
  void deletedFileIsForgotten() throws IOException {
    Files.delete(path.resolve("wydarzenia/e.md"));
    tickAfter(0);

    assertThat(tickAfter(300)).isTrue();

    assertThat(folder.current().knowledge().isEmpty()).isTrue();
  }

  @Test
  void folderThatIsGoneIsStillAnsweredFromUntilItIsBack() throws IOException {
    Path away = path.resolveSibling(path.getFileName() + "-away");
    Files.move(path, away);
    tickAfter(0);
    assertThat(tickAfter(300)).isTrue();

    assertThat(event().sessions()).hasSize(1);
    assertThat(folder.current().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
              assertThat(finding.sentence())
                  .startsWith("Nie ma takiego folderu")
                  .endsWith("bot odpowiada z plików, które w nim były.");
            });

    Files.createDirectory(path);
    assertThat(tickAfter(10_000)).as("whoever brings it back begins with the folder").isFalse();
    assertThat(event().sessions()).hasSize(1);
    Files.delete(path);
    Files.move(away, path);
    files.withEvent("początek: 2022-02-18 9:00");
    tickAfter(0);
    tickAfter(300);
    assertThat(folder.current().findings()).isEmpty();
    assertThat(event().sessions().getFirst().date()).isEqualTo(LocalDate.of(2022, 2, 18));
  }

  @Test
  void brokenDateKeepsTheLastGoodVersionUntilItIsMended() {
    files.withEvent("początek: 2022-02-37 9:00", "hasło: 456");
    tickAfter(0);
    tickAfter(300);

    assertThat(event().sessions()).hasSize(1);
    assertThat(folder.current().findings())
        .extracting(Finding::severity)
        .containsExactly(Finding.Severity.NOTE, Finding.Severity.ERROR);

    files.withEvent("początek: 2022-02-17 9:00", "hasło: 4567");
    tickAfter(0);
    tickAfter(300);
    assertThat(folder.current().findings()).isEmpty();
    assertThat(event().facts().get(FactKind.PASSCODE))
        .isNotNull()
        .extracting(Fact::value)
        .isEqualTo("4567");
  }

  @Test
  void fileThatIsNoTextAnyMoreKeepsItsLastGoodVersionOverSeveralReadings() {
    files.with("wydarzenia/e.md", new byte[] {0, 1, 2});
    tickAfter(0);
    tickAfter(300);
    files.with("projekt/a.txt", "Projekt trwa.");
    tickAfter(0);
    tickAfter(300);

    assertThat(told).hasSize(2);
    assertThat(event().sessions()).hasSize(1);
    assertThat(folder.current().findings())
        .extracting(Finding::severity)
        .containsExactly(Finding.Severity.ERROR, Finding.Severity.NOTE);
  }

  @Test
  void listenerThatFailsDoesNotSilenceTheOthers() {
    folder = new KnowledgeFolder(path, new KnowledgeReader(clock), clock);
    folder.onChange(
        reading -> {
          throw new IllegalStateException("broken");
        });
    folder.onChange(told::add);
    files.with("projekt/a.txt", "Projekt trwa.");
    tickAfter(0);

    assertThat(tickAfter(300)).isTrue();

    assertThat(told).hasSize(1);
  }

  @Test
  void watcherStartsAndStops() {
    folder.start();
    folder.start();
    folder.close();
    folder.close();

    assertThat(folder.current().knowledge().events()).hasSize(1);
  }

  @Test
  void refreshReadsAtOnceAndTellsOnce() {
    files.withEvent("początek: 2022-02-17 10:00");

    assertThat(folder.refresh()).isSameAs(folder.current());
    folder.refresh();

    assertThat(told).containsExactly(folder.current());
    assertThat(event().sessions().getFirst().startTime()).isEqualTo(LocalTime.of(10, 0));
    assertThat(tickAfter(1000)).isFalse();
  }

  @Test
  void previewSaysWhatAFileWouldBeAndChangesNothing() {
    KnowledgeReader.Reading then =
        folder.preview("wydarzenia/e.md", "---\npoczątek: 2022-02-31 9:00\n---\n");

    assertThat(then.knowledge().events().getFirst().sessions()).isEmpty();
    assertThat(then.findings())
        .anySatisfy(
            finding ->
                assertThat(finding.source()).isEqualTo(new SourceLine("wydarzenia/e.md", 2)));
    assertThat(event().sessions()).hasSize(1);
    assertThat(told).isEmpty();
  }

  @Test
  void previewKnowsTheOtherFilesAndTheFolderWithoutOne() {
    assertThat(folder.preview("wydarzenia/nowe.md", "Zebranie 5 marca 2022").knowledge().events())
        .hasSize(2);
    assertThat(folder.preview("wydarzenia/e.md", null).knowledge().events()).isEmpty();
    assertThat(folder.files()).containsExactly("wydarzenia/e.md");
  }
}
