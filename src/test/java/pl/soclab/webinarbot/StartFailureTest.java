package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.soclab.webinarbot.cli.CannotGoOn;

@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {
  private static final String TOKEN =
      "--webinar-bot.telegram-bot-token=123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";

  @TempDir Path folder;
  private Served served = new Served(Path.of(""));

  @BeforeEach
  void anAnnouncement() throws IOException {
    served = Served.withMeeting(folder);
  }

  @Test
  void wrongTokenIsOneSentence(CapturedOutput output) throws Exception {
    assertThat(served.start("--webinar-bot.telegram-bot-token=moj-token")).isNull();

    assertOneSentence(output, "TELEGRAM_BOT_TOKEN: to nie wygląda na token bota.");
  }

  @Test
  void takenPortOfThePreviewIsOneSentence(CapturedOutput output) throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(served.start("--webinar-bot.preview-port=" + other.getLocalPort())).isNull();

      assertOneSentence(output, "PREVIEW_PORT: port " + other.getLocalPort() + " jest zajęty");
    }
  }

  @Test
  void takenPortOfTheHealthCheckIsOneSentence(CapturedOutput output) throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(served.start("--server.port=" + other.getLocalPort())).isNull();

      assertOneSentence(output, "SERVER_PORT: port " + other.getLocalPort() + " jest zajęty");
    }
  }

  @Test
  void portThatIsNoNumberIsOneSentence(CapturedOutput output) throws Exception {
    assertThat(served.start("--server.port=osiem")).isNull();

    assertOneSentence(output, "SERVER_PORT: to nie jest numer portu.");
  }

  @Test
  void addressThatIsNoneIsOneSentence(CapturedOutput output) throws Exception {
    assertThat(served.start("--server.address=gdzies.invalid")).isNull();

    assertOneSentence(output, "SERVER_ADDRESS: to nie jest adres tego komputera.");
  }

  @Test
  void databaseThatDoesNotAnswerIsOneSentence(CapturedOutput output) throws Exception {
    assertThat(served.start(TOKEN, "--webinar-bot.database-url=jdbc:postgresql://127.0.0.1:1/bot"))
        .isNull();

    assertOneSentence(output, "DATABASE_URL: baza danych nie odpowiada.");
  }

  @Test
  void secondProgramOverTheSameDataIsOneSentence(CapturedOutput output) throws Exception {
    try (var first = served.start()) {
      assertThat(first).isNotNull();
      var other =
          new ProcessBuilder(
              ownJava(),
              "-cp",
              System.getProperty("java.class.path"),
              WebinarBot.class.getName(),
              "--knowledge",
              folder.resolve("knowledge").toString());
      other.environment().put("DATA_DIR", folder.resolve("data").toString());
      other.environment().put("PREVIEW_PORT", "0");
      other.environment().put("SERVER_PORT", "0");
      Process second = other.redirectErrorStream(true).start();
      String log = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(second.waitFor()).isEqualTo(1);
      assertThat(log)
          .hasLineCount(1)
          .contains("DATA_DIR: z danych w tym folderze korzysta już inny uruchomiony program.");
    }
    assertThat(output).doesNotContain("ERROR");
  }

  @Test
  void dataFolderThatCannotBeMadeIsOneSentence(CapturedOutput output) throws Exception {
    Path file = Files.createFile(folder.resolve("plik"));

    assertThat(served.start("--webinar-bot.data-dir=" + file.resolve("data"))).isNull();

    assertOneSentence(output, "DATA_DIR: nie da się utworzyć folderu");
  }

  @Test
  void missingKnowledgeFolderIsToldBeforeAnythingStarts(CapturedOutput output) {
    var nowhere = new Served(folder.resolve("nigdzie"));

    assertThatThrownBy(nowhere::start)
        .isInstanceOf(CannotGoOn.class)
        .hasMessageContaining("Nie ma folderu");
    assertThat(output.getAll()).isEmpty();
  }

  private static String ownJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void assertOneSentence(CapturedOutput output, String sentence) {
    String log = output.getAll().strip();
    assertThat(log).contains(sentence).contains("Proszę");
    assertThat(log.lines().filter(line -> !line.isBlank())).hasSize(1);
  }
}
