package pl.soclab.webinarbot.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.soclab.webinarbot.telegram.Eventually.SOON;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.conversation.IncomingMessage.Document;
import pl.soclab.webinarbot.messaging.IncomingFiles.Download;
import pl.soclab.webinarbot.messaging.IncomingFiles.Loaded;
import pl.soclab.webinarbot.messaging.IncomingFiles.NotLoaded;
import pl.soclab.webinarbot.messaging.IncomingFiles.TooBig;
import pl.soclab.webinarbot.preview.Fault;
import pl.soclab.webinarbot.preview.Faults;

/** Files from a chat, over HTTP from the stand-in for Telegram, and what goes wrong on the way. */
class TelegramFilesTest {
  private static final byte[] PLAN = "# Plan\r\n\r\nGodzina 9:00, żółte krzesła\n".getBytes(UTF_8);
  private static final int MEBIBYTE = 1024 * 1024;

  private final BotOnPreview fixture = BotOnPreview.running();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void fileOfAChatIsBroughtWholeByWhatTheConversationHears() {
    Document heard = hears("plan.md", PLAN);

    Download download = fetch(heard.fileId(), MEBIBYTE);

    assertThat(heard.name()).isEqualTo("plan.md");
    assertThat(heard.bytes()).isEqualTo(PLAN.length);
    assertThat(heard.caption()).isEqualTo("nowy plan");
    assertThat(download).isEqualTo(new Loaded(PLAN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/x.md", "zażółć gęślą.docx", "a?b#c%2e%2e.txt", "bez-kropki"})
  void nameOfAFileDoesNotMatter(String name) {
    Document heard = hears(name, PLAN);

    assertThat(heard.name()).isEqualTo(name);
    assertThat(fetch(heard.fileId(), MEBIBYTE)).isEqualTo(new Loaded(PLAN));
  }

  @Test
  void fileOfExactlyTheLimitIsBroughtAndALongerOneIsNotAskedFor() {
    Document heard = hears("plan.md", PLAN);
    fixture.faults().always(Faults.DOWNLOAD, new Fault.ErrorPage(500));

    assertThat(fetch(heard.fileId(), PLAN.length - 1)).isEqualTo(new TooBig());

    fixture.faults().clear();
    assertThat(fetch(heard.fileId(), PLAN.length)).isEqualTo(new Loaded(PLAN));
  }

  @Test
  void emptyFileIsBroughtAsEmpty() {
    Document heard = hears("pusty.md", new byte[0]);

    assertThat(fetch(heard.fileId(), MEBIBYTE)).isEqualTo(new Loaded(new byte[0]));
  }

  @Test
  void fileThatTelegramKeepsFromBotsIsTooBig() {
    Document heard = hears("film.md", new byte[20 * MEBIBYTE + 1]);

    assertThat(fetch(heard.fileId(), Integer.MAX_VALUE)).isEqualTo(new TooBig());
  }

  static Stream<Fault> passing() {
    return Stream.of(
        new Fault.ErrorPage(502),
        new Fault.Refused(500, "Internal Server Error", Map.of()),
        new Fault.DroppedBefore(),
        new Fault.DroppedAfter(),
        new Fault.HalfAnswer());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void faultThatPassesIsTriedOnceMore(Fault fault) {
    Document heard = hears("plan.md", PLAN);

    fixture.faults().next("getFile", fault);
    assertThat(fetch(heard.fileId(), MEBIBYTE)).isEqualTo(new Loaded(PLAN));
    fixture.faults().next(Faults.DOWNLOAD, fault);
    assertThat(fetch(heard.fileId(), MEBIBYTE)).isEqualTo(new Loaded(PLAN));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void faultThatStaysIsToldWithoutTheToken(Fault fault) {
    Document heard = hears("plan.md", PLAN);
    fixture.faults().always("getFile", fault);

    assertThat(reason(fetch(heard.fileId(), MEBIBYTE))).isNotBlank();

    fixture.faults().clear();
    fixture.faults().always(Faults.DOWNLOAD, fault);
    assertThat(reason(fetch(heard.fileId(), MEBIBYTE))).isNotBlank();
  }

  @Test
  void refusalIsNotTriedAgain() {
    assertThat(reason(fetch("nieznany", MEBIBYTE))).contains("400", "invalid file_id");
    assertThat(fixture.log().calls("getFile")).hasSize(1);
  }

  @Test
  void fileThatIsGoneIsNotLoaded() {
    Document heard = hears("plan.md", PLAN);
    fixture.faults().next(Faults.DOWNLOAD, new Fault.Refused(404, "Not Found", Map.of()));

    assertThat(reason(fetch(heard.fileId(), MEBIBYTE))).contains("404");
  }

  @Test
  void reasonNeverHoldsTheTokenThoughTelegramNamesIt() {
    fixture.faults().next("getFile", Fault.badRequest("no bot" + fixture.preview.token()));

    assertThat(reason(fetch("nieznany", MEBIBYTE))).contains("no bot<token>");
  }

  @Test
  void shortSilenceIsSatOut() {
    Document heard = hears("plan.md", PLAN);
    fixture.faults().next("getFile", Fault.tooManyRequests(1));
    long start = System.nanoTime();

    assertThat(fetch(heard.fileId(), MEBIBYTE)).isEqualTo(new Loaded(PLAN));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void longSilenceIsToldAndKept() {
    Document heard = hears("plan.md", PLAN);
    fixture.faults().next(Faults.DOWNLOAD, Fault.tooManyRequests(3600));
    String first = reason(fetch(heard.fileId(), MEBIBYTE));

    String second = reason(fetch(heard.fileId(), MEBIBYTE));

    assertThat(first).isEqualTo("Telegram asks to wait 3600 s");
    assertThat(second).startsWith("Telegram asks to wait 3");
    assertThat(fixture.log().calls("getFile")).as("nothing was asked meanwhile").hasSize(1);
  }

  @Test
  void stoppedBotBringsNothing() {
    Document heard = hears("plan.md", PLAN);
    fixture.bot().close();
    fixture.faults().always("getFile", new Fault.ErrorPage(502));

    assertThat(reason(fetch(heard.fileId(), MEBIBYTE))).isNotBlank();
  }

  @Test
  void negativeLimitIsAMistakeOfTheProgram() {
    assertThatThrownBy(() -> fetch("f1", -1)).isInstanceOf(IllegalArgumentException.class);
  }

  private Document hears(String name, byte[] content) {
    fixture.anna().sendsFile(name, content, "nowy plan");
    fixture.anna().awaitMessages(1, SOON);
    return (Document) fixture.conversation.heard().getFirst().content();
  }

  private Download fetch(String fileId, int limit) {
    return fixture.bot().files().fetch(fileId, limit);
  }

  private String reason(Download download) {
    assertThat(download).isInstanceOf(NotLoaded.class);
    String reason = ((NotLoaded) download).reason();
    assertThat(reason).doesNotContain(fixture.preview.token());
    return reason;
  }
}
