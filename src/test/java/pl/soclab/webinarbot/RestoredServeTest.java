package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.preview.PreviewSettings.startingAt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pl.soclab.webinarbot.cli.WebinarBotCommand;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestResident;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.EventTimes;
import pl.soclab.webinarbot.reminders.JdbcEventMemory;
import pl.soclab.webinarbot.reminders.JdbcSubscriptions;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Subscriptions;

/** A second bot on a restored backup, as an operator would start it. */
@ExtendWith(OutputCaptureExtension.class)
class RestoredServeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
  private static final String REMINDED = "Zebranie w sprawie placu";
  private static final String TOLD = "Bot działa na danych z kopii zapasowej";

  @TempDir Path folder;
  private final LocalDateTime start =
      LocalDateTime.now(ZONE).plusMinutes(30).truncatedTo(ChronoUnit.MINUTES);
  private Preview telegram = Preview.start(startingAt(Instant.now()).onPort(0));
  private TestResident anna = telegram.residents().named("Anna").hasWrittenBefore();
  private TestResident bartek = telegram.residents().named("Bartek").hasWrittenBefore();

  @BeforeEach
  void aMeetingInHalfAnHourOfWhichAnHourBeforeIsReminded() throws IOException {
    Path file = folder.resolve("knowledge/wydarzenia/zebranie.md");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        ---
        tytuł: Zebranie w sprawie placu
        początek: %s
        przypomnienia: [1 godzina]
        ---
        Zapraszamy.
        """
            .formatted(start.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"))));
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  private ConfigurableApplicationContext serve(String data) throws Exception {
    return Objects.requireNonNull(startedOn(data), "It did not start; the log says why");
  }

  private @Nullable ConfigurableApplicationContext startedOn(String data) throws Exception {
    return new Served(folder)
        .on(
            telegram,
            "--webinar-bot.data-dir=" + folder.resolve(data),
            "--webinar-bot.quiet-hours=0:00-0:00",
            "--webinar-bot.organisers=" + bartek.id());
  }

  private DataSource database(String data) {
    DatabaseAddress address = DatabaseAddress.file(folder.resolve(data).resolve("webinar-bot"));
    return new DriverManagerDataSource(address.url(), address.user(), address.password());
  }

  /** Anna subscribed two days ago; the bot was stopped forty minutes ago, before it was due. */
  private void aBotThatStoppedBeforeTheReminder() throws Exception {
    try (var context = serve("data")) {
      context.getBean(Subscriptions.class);
    }
    Instant before = Instant.now().minus(Duration.ofDays(2));
    Instant stopped = Instant.now().minus(Duration.ofMinutes(40));
    DataSource database = database("data");
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql("DELETE FROM broadcast").update();
    new JdbcSubscriptions(database)
        .subscribe(new ChatId(anna.id()), "zebranie", Scope.ALL, "pl", before);
    EventTimes times =
        new EventTimes(
            Event.Status.PLANNED,
            false,
            ZONE,
            List.of(new EventTimes.Start(start.toLocalDate(), start.toLocalTime())));
    new JdbcEventMemory(database)
        .remember("zebranie", new EventMemory.Known(times, before, times, before));
    jdbc.sql("UPDATE installation SET alive_at = ?")
        .param(stopped.atOffset(ZoneOffset.UTC))
        .update();
    InstallationMark.in(folder.resolve("data")).alive(stopped);
  }

  private void copy(String from, String to) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(from))) {
      files.forEach(
          file -> {
            Path target = folder.resolve(to).resolve(folder.resolve(from).relativize(file));
            try {
              Files.copy(
                  file,
                  target,
                  StandardCopyOption.COPY_ATTRIBUTES,
                  StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static SentMessage hears(TestResident who, String words) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      for (SentMessage message : who.received()) {
        if (message.text().contains(words)) {
          return message;
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("Not heard: " + words + " in " + who.received());
  }

  private static long times(TestResident who, String words) {
    return who.received().stream().filter(message -> message.text().contains(words)).count();
  }

  @Test
  void restartSendsWhatWasDueAndACopyStartedElsewhereDoesNot() throws Exception {
    aBotThatStoppedBeforeTheReminder();
    copy("data", "elsewhere");

    try (var first = serve("data")) {
      assertThat(first.isRunning()).isTrue();
      hears(anna, REMINDED);
    }
    assertThat(times(bartek, TOLD)).as("a restart is no restored backup").isZero();

    try (var second = serve("elsewhere")) {
      assertThat(second.isRunning()).isTrue();
      assertThat(hears(bartek, TOLD).text()).contains("• Zebranie w sprawie placu (godzinę przed)");
    }
    assertThat(times(anna, REMINDED)).isOne();
  }

  private Path database() {
    return folder.resolve("data/webinar-bot.mv.db");
  }

  @Test
  void backupOfARunningBotGoesOnElsewhereWithoutWhatTheFirstHasSentSince() throws Exception {
    String text = "Przenosimy się do sali numer dwa.";
    Path backup;
    try (var first = serve("data")) {
      first
          .getBean(Subscriptions.class)
          .subscribe(
              new ChatId(anna.id()), "zebranie", Scope.ALL, "pl", Instant.now().minusSeconds(60));
      var broadcasts = first.getBean(Broadcasts.class);
      Instant soon = Instant.now().plusSeconds(3);
      Broadcast draft =
          broadcasts.create(NewBroadcast.draft("zebranie", text, new ChatId(bartek.id()), soon));
      broadcasts.change(
          Objects.requireNonNull(draft).id(),
          Set.of(Broadcast.State.DRAFT),
          Broadcast.State.SCHEDULED,
          soon);
      backup = first.getBean(Backups.class).make();
      hears(anna, text);
    }
    Files.createDirectories(folder.resolve("elsewhere"));

    assertThat(restore("elsewhere", "--from", backup.toString()))
        .contains("Przywrócono bazę danych z kopii " + backup.getFileName());

    try (var second = serve("elsewhere")) {
      assertThat(hears(bartek, TOLD).text()).contains("mogły dojść do części osób: 1");
      assertThat(second.getBean(Broadcasts.class).in(Set.of(Broadcast.State.PAUSED)))
          .singleElement()
          .extracting(Broadcast::content)
          .isEqualTo(text);
      assertThat(second.getBean(Subscriptions.class).of(new ChatId(anna.id()))).hasSize(1);
    }
    assertThat(times(anna, text)).isOne();
  }

  private String restore(String data, String... more) {
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    String[] args =
        Stream.concat(
                Stream.of("restore", "--data", folder.resolve(data).toString()), Stream.of(more))
            .toArray(String[]::new);
    WebinarBotCommand.run(options -> 0, options -> 0, out, out, args);
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tornFileIsNoticedAndTheNewestWholeBackupTaken(CapturedOutput log) throws Exception {
    Path made;
    try (var first = serve("data")) {
      made = first.getBean(Backups.class).make();
      assertThat(restore("data")).contains("Proszę go najpierw zatrzymać.");
    }
    Files.writeString(made.resolveSibling("webinar-bot-2999-01-01T000000Z.zip"), "torn");
    try (var file = new RandomAccessFile(database().toFile(), "rw")) {
      file.write(new byte[(int) file.length()]);
    }

    assertThat(startedOn("data")).isNull();
    assertThat(log.getAll())
        .contains("plik bazy danych jest uszkodzony", "java -jar webinar-bot.jar restore");

    assertThat(restore("data")).contains(made.getFileName().toString());
    try (var again = serve("data")) {
      assertThat(again.isRunning()).isTrue();
      hears(bartek, TOLD);
    }
  }
}
