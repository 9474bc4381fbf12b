package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.preview.PreviewSettings.startingAt;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.TestResident;

@ExtendWith(OutputCaptureExtension.class)
class PostgresServeTest {
  private static EmbeddedPostgres postgres;

  @TempDir Path folder;

  @BeforeAll
  static void aServer() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopped() throws IOException {
    postgres.close();
  }

  @Test
  void questionIsAnsweredWithPostgresBehindTheInbox() throws Exception {
    Served served = Served.withMeeting(folder);
    try (var telegram = Preview.start(startingAt(Instant.parse("2022-02-16T11:00:00Z")).onPort(0));
        var context = served.on(telegram, address("postgres"))) {
      assertThat(context).isNotNull();
      TestResident anna = telegram.residents().named("Anna");

      anna.writes("o której to jest?");

      assertThat(anna.awaitMessages(1, Duration.ofSeconds(20)).getFirst().text()).contains("9:00");
      assertThat(Files.exists(folder.resolve("data"))).as("nothing is kept in a file").isFalse();
    }
  }

  @Test
  void databaseThatIsNotThereIsOneSentence(CapturedOutput output) throws Exception {
    Served served = Served.withMeeting(folder);
    try (var telegram = Preview.start(startingAt(Instant.EPOCH).onPort(0))) {
      assertThat(served.on(telegram, address("brak"))).isNull();
    }

    assertThat(output.getAll().strip())
        .contains("DATABASE_URL: na serwerze nie ma takiej bazy danych.")
        .hasLineCount(1);
  }

  private static String address(String database) {
    return "--webinar-bot.database-url=postgres://postgres:postgres@localhost:"
        + postgres.getPort()
        + "/"
        + database;
  }
}
