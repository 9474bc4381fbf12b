package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.preview.PreviewSettings.startingAt;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.TestResident;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Subscriptions;
import pl.soclab.webinarbot.telegram.TelegramBot;
import pl.soclab.webinarbot.telegram.TelegramStatus;

/** What becomes of {@code data/} on a disk that is full, or that can only be read. */
@ExtendWith(OutputCaptureExtension.class)
class FullDiskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Served served = new Served(Path.of(""));

  @BeforeEach
  void anAnnouncement() throws Exception {
    served = Served.withMeeting(folder);
  }

  private static TelegramStatus.State state(ConfigurableApplicationContext context) {
    return context.getBean(TelegramBot.class).status().state();
  }

  /** Each resident writes once; whoever cannot be stored stays with Telegram. */
  private static List<TestResident> crowd(Preview telegram, int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> telegram.residents().add("Mieszkaniec " + i, "pl"))
        .toList();
  }

  @Test
  void fullDiskLosesNoQuestionAndNoSubscriber() throws Exception {
    try (var disk = SmallDisk.over(folder.resolve("data"), 6);
        var telegram = Preview.start(startingAt(Instant.now()).onPort(0))) {
      TestResident anna = telegram.residents().named("Anna");
      var subscribed = new ChatId(anna.id());
      List<TestResident> crowd = crowd(telegram, 20);
      try (var context = Objects.requireNonNull(served.on(telegram))) {
        anna.writes("gdzie to jest?");
        anna.awaitMessages(1, PATIENCE);
        context
            .getBean(Subscriptions.class)
            .subscribe(subscribed, "zebranie", Scope.ALL, "pl", Instant.now());

        disk.fill();
        crowd.forEach(resident -> resident.writes("o której to jest?" + " ".repeat(3_000)));
        awaitState(context, TelegramStatus.State.CANNOT_STORE);
        disk.empty();

        crowd.forEach(resident -> resident.awaitMessages(1, PATIENCE));
        awaitState(context, TelegramStatus.State.CONNECTED);
        telegram.residents().awaitConfirmed(PATIENCE);
        assertThat(crowd).allSatisfy(resident -> assertThat(resident.received()).hasSize(1));
      }

      try (var again = Objects.requireNonNull(served.on(telegram))) {
        anna.writes("a o której?");
        anna.awaitMessages(2, PATIENCE);
        assertThat(again.getBean(Subscriptions.class).of(subscribed)).hasSize(1);
        assertThat(crowd).allSatisfy(resident -> assertThat(resident.received()).hasSize(1));
      }
    }
  }

  private static void awaitState(
      ConfigurableApplicationContext context, TelegramStatus.State state) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (state(context) != state) {
      assertThat(System.nanoTime()).as("it is %s", state(context)).isLessThan(end);

      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  @Test
  void folderThatCanOnlyBeReadIsOneSentence(CapturedOutput output) throws Exception {
    try (var disk = SmallDisk.over(folder.resolve("data"), 6)) {
      disk.makeReadOnly();

      assertThat(served.start()).isNull();

      assertThat(output.getAll().strip()).contains("DATA_DIR: ", "Proszę").hasLineCount(1);
    }
  }

  @Test
  void databaseThatCanOnlyBeReadIsOneSentence(CapturedOutput output) throws Exception {
    try (var disk = SmallDisk.over(folder.resolve("data"), 6)) {
      Objects.requireNonNull(served.start()).close();
      int before = output.getAll().length();
      disk.makeReadOnly();

      assertThat(served.start()).isNull();

      assertThat(output.getAll().substring(before).strip())
          .contains("DATA_DIR: ", "Proszę")
          .hasLineCount(1);
    }
  }
}
