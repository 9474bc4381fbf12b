package pl.soclab.webinarbot.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.publishing.Publisher.Published;
import pl.soclab.webinarbot.publishing.Publisher.Version;

/** What writing files promises, on each database. */
abstract class PublisherContract {
  private static final ChatId ANNA = new ChatId(501_000_001L);
  private static final ChatId BARTEK = new ChatId(501_000_002L);
  private static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");
  private static final String FILE = "wydarzenia/zebranie.md";

  @TempDir Path folder;
  private int reads;
  private DataSource database;
  private FilePublisher publisher;

  abstract DataSource database();

  @BeforeEach
  void begin() {
    database = database();
    JdbcClient.create(database).sql("DELETE FROM version").update();
    publisher = publisher(new WholeFile());
  }

  private FilePublisher publisher(DiskWriter disk) {
    return new FilePublisher(folder, database, () -> reads++, disk);
  }

  private Published publish(@Nullable String before, @Nullable String content) {
    return publisher.publish(FILE, before, content, ANNA, NOW);
  }

  private void onDisk(String content) throws IOException {
    Files.createDirectories(folder.resolve("wydarzenia"));
    Files.writeString(folder.resolve(FILE), content);
  }

  private String disk() throws IOException {
    return Files.readString(folder.resolve(FILE));
  }

  /** All files of the folder, hidden ones too. */
  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  /** What the files held, newest first; "-" where there was none. */
  private List<String> versions() {
    return publisher.versions(10).stream()
        .map(version -> Objects.requireNonNullElse(version.content(), "-"))
        .toList();
  }

  @Test
  void newFileIsWrittenWithItsFolders() throws IOException {
    Published published = publish(null, "Zebranie o 17\n");

    assertThat(published).isEqualTo(new Published.Done(null));
    assertThat(disk()).isEqualTo("Zebranie o 17\n");
    assertThat(names()).containsExactly(FILE);
    assertThat(reads).isEqualTo(1);
    assertThat(publisher.current(FILE)).isEqualTo("Zebranie o 17\n");
  }

  @Test
  void formerContentIsKeptWithWhoAndWhen() throws IOException {
    onDisk("stare\n");

    Published published = publish("stare\n", "nowe\n");

    assertThat(disk()).isEqualTo("nowe\n");
    Version version = publisher.versions(10).getFirst();
    assertThat(published).isEqualTo(new Published.Done(version.id()));
    assertThat(version).isEqualTo(new Version(version.id(), FILE, "stare\n", ANNA, NOW));
    assertThat(publisher.version(version.id())).isEqualTo(version);
  }

  @Test
  void fileIsRemovedAndKeptAsAVersion() throws IOException {
    onDisk("stare\n");

    publish("stare\n", null);

    assertThat(names()).isEmpty();
    assertThat(publisher.current(FILE)).isNull();
    assertThat(versions()).containsExactly("stare\n");
  }

  @Test
  void versionOfAFileThatDidNotExistHasNoContent() {
    publish(null, "nowe\n");

    assertThat(publisher.versions(10))
        .singleElement()
        .satisfies(version -> assertThat(version.content()).isNull());
  }

  @Test
  void newestVersionsComeFirstAndNoMoreThanAskedFor() {
    publish(null, "1");
    publish("1", "2");
    publish("2", "3");

    assertThat(publisher.versions(2)).extracting(Version::content).containsExactly("2", "1");
  }

  @Test
  void fileThatSomebodyChangedIsLeftAsItIs() throws IOException {
    onDisk("zmienione przez kogoś\n");

    assertThat(publish("stare\n", "nowe\n")).isInstanceOf(Published.ChangedMeanwhile.class);
    assertThat(publish(null, "nowe\n")).isInstanceOf(Published.ChangedMeanwhile.class);

    assertThat(disk()).isEqualTo("zmienione przez kogoś\n");
    assertThat(versions()).isEmpty();
    assertThat(reads).isZero();
  }

  @Test
  void fileThatSomebodyRemovedIsNotMadeAnew() throws IOException {
    assertThat(publish("stare\n", "nowe\n")).isInstanceOf(Published.ChangedMeanwhile.class);

    assertThat(names()).isEmpty();
  }

  @Test
  void repeatedTurnIsDoneAndWritesNothing() throws IOException {
    onDisk("stare\n");
    Published first = publish("stare\n", "nowe\n");

    Published second = publish("stare\n", "nowe\n");

    assertThat(second).isEqualTo(first);
    assertThat(versions()).containsExactly("stare\n");
  }

  @Test
  void fileInWindows1250IsComparedAsTextAndKept() throws IOException {
    Files.createDirectories(folder.resolve("wydarzenia"));
    Files.write(folder.resolve(FILE), "Zażółć gęślą jaźń\r\n".getBytes(windows1250()));
    String before = publisher.current(FILE);

    Published published = publish(before, "nowe\n");

    assertThat(before).isEqualTo("Zażółć gęślą jaźń\n");
    assertThat(published).isInstanceOf(Published.Done.class);
    assertThat(versions()).containsExactly("Zażółć gęślą jaźń\n");
  }

  private static Charset windows1250() {
    return Charset.forName("windows-1250");
  }

  @Test
  void fileThatIsNoTextCanBeReplaced() throws IOException {
    Files.createDirectories(folder.resolve("wydarzenia"));
    Files.write(folder.resolve(FILE), new byte[] {'P', 'K', 3, 4, 0, 0, 7});
    String before = publisher.current(FILE);

    assertThat(publish(before, "nowe\n")).isInstanceOf(Published.Done.class);
    assertThat(disk()).isEqualTo("nowe\n");
  }

  @Test
  void whoeverCouldReadTheFileStillCan() throws IOException {
    onDisk("stare\n");
    var permissions = PosixFilePermissions.fromString("rw-rw-r--");
    Files.setPosixFilePermissions(folder.resolve(FILE), permissions);

    publish("stare\n", "nowe\n");

    assertThat(Files.getPosixFilePermissions(folder.resolve(FILE))).isEqualTo(permissions);
  }

  @Test
  void fullDiskIsToldAndChangesNothing() throws IOException {
    onDisk("stare\n");
    publisher =
        publisher(
            (target, content) -> {
              throw new IOException("No space left on device");
            });

    Published published = publish("stare\n", "nowe\n");

    assertThat(published)
        .isInstanceOfSatisfying(
            Published.NotWritten.class,
            refused -> assertThat(refused.reason()).contains("No space left"));
    assertThat(disk()).isEqualTo("stare\n");
    assertThat(versions()).isEmpty();
    assertThat(reads).isZero();
  }

  @Test
  void shareThatSaysNoAndHasWrittenIsBelievedByItsContent() throws IOException {
    onDisk("stare\n");
    publisher =
        publisher(
            (target, content) -> {
              new WholeFile().write(target, content);
              throw new IOException("Stale file handle");
            });

    assertThat(publish("stare\n", "nowe\n")).isInstanceOf(Published.Done.class);
    assertThat(versions()).containsExactly("stare\n");
  }

  @Test
  void folderThatIsAFileIsNotWrittenInto() throws IOException {
    Files.writeString(folder.resolve("wydarzenia"), "to nie folder");

    assertThat(publish(null, "nowe\n")).isInstanceOf(Published.NotWritten.class);
    assertThat(names()).containsExactly("wydarzenia");
  }

  /** A process that dies leaves its row as it was: nothing of ours runs any more. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private void killedBefore() {
    publisher =
        publisher(
            (target, content) -> {
              throw new Killed();
            });
    assertThatThrownBy(() -> publish("stare\n", "nowe\n")).isInstanceOf(Killed.class);
  }

  private void killedBehind() {
    publisher =
        publisher(
            (target, content) -> {
              new WholeFile().write(target, content);
              throw new Killed();
            });
    assertThatThrownBy(() -> publish("stare\n", "nowe\n")).isInstanceOf(Killed.class);
  }

  @Test
  void versionWhoseFileWasNeverWrittenIsNotShown() throws IOException {
    onDisk("stare\n");
    killedBefore();

    publisher = publisher(new WholeFile());

    assertThat(versions()).isEmpty();
    assertThat(disk()).isEqualTo("stare\n");
    assertThat(publish("stare\n", "nowe\n")).isInstanceOf(Published.Done.class);
    assertThat(versions()).containsExactly("stare\n");
  }

  @Test
  void versionWhoseFileWasWrittenIsShownAfterACrash() throws IOException {
    onDisk("stare\n");
    killedBehind();

    publisher = publisher(new WholeFile());

    assertThat(versions()).containsExactly("stare\n");
    assertThat(disk()).isEqualTo("nowe\n");
    assertThat(publish("stare\n", "nowe\n")).isInstanceOf(Published.Done.class);
    assertThat(versions()).containsExactly("stare\n");
  }

  @Test
  void anotherInstanceSeesWhatADeadOneBegan() throws IOException {
    onDisk("stare\n");
    FilePublisher other = publisher(new WholeFile());
    killedBehind();

    assertThat(other.versions(10)).extracting(Version::content).containsExactly("stare\n");
  }

  @Test
  void versionOfAFileThatSomebodyChangedSinceIsKept() throws IOException {
    onDisk("stare\n");
    killedBefore();
    onDisk("ręcznie\n");

    publisher = publisher(new WholeFile());

    assertThat(versions()).containsExactly("stare\n");
  }

  @Test
  void leftOverFilesAreRemovedAtTheStart() throws IOException {
    onDisk("stare\n");
    Files.writeString(folder.resolve("wydarzenia/.webinar-bot-1234.tmp"), "poł");
    Files.writeString(folder.resolve("wydarzenia/.inny.tmp"), "cudze");

    publisher = publisher(new WholeFile());

    assertThat(names()).containsExactly("wydarzenia/.inny.tmp", FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.md",
        "../../etc/x.md",
        "/etc/x.md",
        "wydarzenia/../../x.md",
        "wydarzenia//x.md",
        "./x.md",
        "wydarzenia/.ukryty.md",
        "C:\\x.md",
        "C:/x.md",
        "a\0.md",
        "a\n.md",
        "x.sh",
        "pytania/x.jsonl",
        "x.md/",
        "",
        ".md"
      })
  void nameThatThisProgramDoesNotMakeIsABrokenProgram(String name) {
    assertThatThrownBy(() -> publisher.publish(name, null, "x", ANNA, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> publisher.current(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void folderThatLeadsOutIsNotWrittenInto(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(folder.resolve("wydarzenia"), elsewhere);

    assertThat(publish(null, "nowe\n")).isInstanceOf(Published.NotWritten.class);
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void linkIsNotWrittenThrough(@TempDir Path elsewhere) throws IOException {
    Path target = Files.writeString(elsewhere.resolve("x.md"), "cudze");
    Files.createDirectories(folder.resolve("wydarzenia"));
    Files.createSymbolicLink(folder.resolve(FILE), target);

    assertThat(publish("cudze", "nowe\n")).isInstanceOf(Published.NotWritten.class);
    assertThat(target).hasContent("cudze");
  }

  @Test
  void ofOrganisersWhoPublishAtOnceOneIsAskedAgain() throws Exception {
    onDisk("stare\n");
    FilePublisher other = publisher(new WholeFile());
    var together = new CyclicBarrier(2);
    var published = new ArrayList<Published>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Published> anna =
          () -> {
            together.await();
            return publisher.publish(FILE, "stare\n", "od Anny\n", ANNA, NOW);
          };
      Callable<Published> bartek =
          () -> {
            together.await();
            return other.publish(FILE, "stare\n", "od Bartka\n", BARTEK, NOW);
          };
      for (var result : threads.invokeAll(List.of(anna, bartek))) {
        published.add(result.get());
      }
    }

    assertThat(published).hasAtLeastOneElementOfType(Published.Done.class);
    assertThat(published).hasAtLeastOneElementOfType(Published.ChangedMeanwhile.class);
    assertThat(versions()).containsExactly("stare\n");
    ChatId first = Objects.requireNonNull(publisher.versions(1).getFirst()).by();
    assertThat(disk()).isEqualTo(first.equals(ANNA) ? "od Anny\n" : "od Bartka\n");
  }

  @Test
  void longFileIsWrittenWhole() throws IOException {
    String content = "Wiersz pełen ąęłńóśźż\n".repeat(30_000);

    publish(null, content);
    publish(content, "krótko\n");

    assertThat(content.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(900_000);
    assertThat(versions()).containsExactly(content, "-");
  }
}
