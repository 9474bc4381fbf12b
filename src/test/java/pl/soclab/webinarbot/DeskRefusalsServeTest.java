package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.ServedDesk.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import pl.soclab.webinarbot.conversation.MenuCommand;
import pl.soclab.webinarbot.desk.DeskMenu;
import pl.soclab.webinarbot.preview.SentMessage;

/** What the desk does not take: from strangers anything, from the organiser what is no text. */
class DeskRefusalsServeTest {
  private static final int ORGANISERS_OWN = 12;
  private static final int TRIES = 10;

  private static final List<Unfit> UNFIT =
      List.of(
          new Unfit("duzy.md", new byte[5 * 1024 * 1024], "Ten plik jest za duży"),
          new Unfit("zebranie.md", zip(), "w środku jest archiwum ZIP"),
          new Unfit("zebranie.docx", zip(), "Nie da się otworzyć tego pliku"),
          new Unfit("pusty.txt", new byte[0], "W tym pliku nie ma żadnego tekstu"),
          new Unfit("spacje.md", utf8(" \n\t\n"), "W tym pliku nie ma żadnego tekstu"),
          new Unfit("zdjecie.md", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0}, "zwykłego tekstu"),
          new Unfit("zebranie.md.exe", utf8("Zebranie"), "Przyjmuję tylko pliki .md, .txt"));

  private static final List<String> LEADING_OUT =
      List.of("../../etc/x.md", "C:\\pytania\\x.md", "<b>*x*</b>.md");

  @TempDir static Path folder;
  private static ServedDesk desk;
  private static Phone anna;

  /** A file and how its refusal begins. */
  record Unfit(String name, byte[] content, String refusal) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void program() throws Exception {
    Served.withMeeting(folder);
    desk = ServedDesk.over(folder);
    anna = desk.anna;
  }

  @AfterAll
  static void end() {
    desk.close();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("../../etc/x.md"));
      zip.write(utf8("Zebranie"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static List<String> filesOnDisk() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("knowledge"))) {
      return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    }
  }

  @ParameterizedTest
  @FieldSource("UNFIT")
  void fileThatIsNoTextIsRefusedWithTheMendAndNothingIsWritten(Unfit unfit) throws Exception {
    List<String> before = filesOnDisk();

    SentMessage refusal = anna.sends(unfit.name(), unfit.content());

    assertThat(refusal.text()).contains(unfit.refusal()).containsIgnoringCase("proszę");
    assertThat(refusal.labels()).isEmpty();
    assertThat(filesOnDisk()).isEqualTo(before);
  }

  @ParameterizedTest
  @FieldSource("LEADING_OUT")
  void nameFromOutsideNeverChoosesAPath(String name) throws Exception {
    List<String> before = filesOnDisk();

    SentMessage seen = anna.sends(name, utf8(event("Festyn sołecki", "15:00", "łąka")));
    SentMessage published = anna.taps(seen, "Opublikuj");

    String file = "wydarzenia/2022-02-24-festyn-solecki.md";
    assertThat(published.text()).contains("Opublikowane: " + file);
    assertThat(filesOnDisk())
        .hasSize(before.size() + 1)
        .contains(folder.resolve("knowledge").resolve(file).toString());
    Files.delete(folder.resolve("knowledge").resolve(file));
    desk.residentsHear("gdzie jest festyn sołecki?", "nie podali");
  }

  @Test
  void strangerIsRefusedEveryCommandAndSeesNoneInTheMenu() {
    List<MenuCommand> own = DeskMenu.commands().subList(0, ORGANISERS_OWN);

    for (MenuCommand command : own) {
      SentMessage refusal = desk.resident("Dorota").asks("/" + command.name() + " cokolwiek");
      assertThat(refusal.text()).as(command.name()).startsWith("Przepraszam, ");
      assertThat(refusal.labels()).as(command.name()).isEmpty();
    }

    Phone stranger = desk.resident("Dorota");
    assertThat(stranger.asks("/pomoc").text()).doesNotContain("rozeslij", "panel", "wersje");
    assertThat(stranger.sends("x.md", utf8("Zebranie")).text()).startsWith("Plików nie umiem");
    assertThat(desk.telegram.log().calls("setMyCommands"))
        .filteredOn(call -> call.parameters().toString().contains("wersje"))
        .isNotEmpty()
        .allMatch(call -> call.parameters().toString().contains("\"chat_id\":"));
  }

  @Test
  void buttonOfTheOrganiserDoesNothingForAStranger() throws Exception {
    Phone stranger = desk.resident("Dorota");
    SentMessage seen = anna.sends("x.md", utf8(event("Koncert chóru", "19:00", "kościół")));
    String publish = Objects.requireNonNull(seen.buttons().getFirst().getFirst().data());
    SentMessage own = stranger.asks("o której jest zebranie?");
    List<String> before = filesOnDisk();

    stranger.owner().pressesForged(own, publish);

    assertThat(stranger.next().text()).doesNotContain("Opublikowane");
    assertThat(filesOnDisk()).isEqualTo(before);
  }

  @Test
  void whoeverTypesWrongCodesMustPauseAndIsAStrangerStill() {
    Phone stranger = desk.resident("Edward");
    SentMessage list = anna.asks("/organizatorzy_bota");
    SentMessage invitation = anna.taps(list, "Zaproś organizatora");
    String right = invitation.wordsIn("code").getFirst();

    for (int times = 0; times < TRIES; times++) {
      stranger.owner().writes("/organizator ABC-DEF-GH2");
    }
    stranger.owner().awaitMessages(TRIES, Duration.ofSeconds(30));

    List<String> replies = stranger.texts();
    assertThat(replies.getFirst()).startsWith("Ten kod nie działa");
    assertThat(replies.getLast()).startsWith("Z tej rozmowy przyszło za dużo błędnych kodów");
    assertThat(stranger.asks(right).text()).startsWith("Z tej rozmowy przyszło za dużo");
    assertThat(stranger.asks("/panel").text()).startsWith("Przepraszam");
  }

  @Test
  void organiserWhoIsRemovedLosesEverything() throws Exception {
    Phone filip = desk.resident("Filip");
    SentMessage invitation = anna.taps(anna.asks("/organizatorzy_bota"), "Zaproś organizatora");
    assertThat(filip.asks(invitation.wordsIn("code").getFirst()).text())
        .startsWith("Ta rozmowa należy teraz do organizatora bota.");
    anna.hears("Numer " + filip.owner().id() + " jest od teraz organizatorem");
    SentMessage seen = filip.sends("x.md", utf8(event("Dożynki", "12:00", "błonia")));
    assertThat(seen.labels()).contains("Opublikuj");

    SentMessage list = anna.asks("/organizatorzy_bota");
    SentMessage sure = anna.taps(list, "Usuń numer " + filip.owner().id());
    anna.taps(sure, "Tak, usuń");

    assertThat(filip.asks("/panel").text()).startsWith("Przepraszam");
    List<String> before = filesOnDisk();
    assertThat(filip.taps(seen, "Opublikuj").text()).doesNotContain("Opublikowane");
    assertThat(filesOnDisk()).isEqualTo(before);
    assertThat(filip.asks("/pomoc").text()).doesNotContain("/wersje");
    assertThat(filip.asks("/organizator ABC-DEF-GH2").text()).startsWith("Ten kod nie");
    assertThat(filip.asks("o której jest zebranie w sprawie placu?").text()).contains("9:00");
  }
}
