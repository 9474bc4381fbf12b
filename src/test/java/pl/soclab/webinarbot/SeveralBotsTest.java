package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.preview.PreviewSettings.startingAt;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.AskingTown.Verdict;
import pl.soclab.webinarbot.preview.Preview;

/**
 * Instances that are restarted or killed while residents write; `docs/reliability.md` has the
 * figures.
 */
class SeveralBotsTest {
  private static final int RESTARTS = 20;
  private static final int KILLS = 20;
  private static final int QUESTIONS_PER_SECOND = 20;

  @TempDir Path folder;

  private static Preview telegram() {
    return Preview.start(startingAt(Instant.parse("2022-02-16T11:00:00Z")).onPort(0));
  }

  private static void judge(String what, Verdict verdict, int begun) {
    System.out.println(what + ": " + verdict + ", begun at the kills: " + begun);
    assertThat(verdict.asked()).isPositive();
    assertThat(verdict.missing()).isZero();
    assertThat(verdict.repeats()).isLessThanOrEqualTo(begun);
    assertThat(verdict.disorder()).isLessThanOrEqualTo(verdict.repeats());
    // Twice what is promised: the processes share the processors with each other and the test.
    assertThat(verdict.longest()).isLessThan(Duration.ofSeconds(20));
  }

  /** How the one on duty ends. */
  private interface End {
    void of(SeveralBots bots, int number) throws InterruptedException;
  }

  /** Ends the one on duty so many times, and starts it anew in between. */
  private void ended(String what, boolean delivered, int times, End end) throws Exception {
    Served.withMeeting(folder);
    try (var telegram = telegram();
        var postgres = EmbeddedPostgres.start();
        var bots = new SeveralBots(folder, telegram, postgres, delivered)) {
      bots.start(0);
      bots.start(1);
      try (var town = new AskingTown(telegram, QUESTIONS_PER_SECOND)) {
        for (int i = 0; i < times; i++) {
          town.awaitAnswered(5);
          int ended = bots.onDuty();
          end.of(bots, ended);
          town.awaitAnswered(5);
          if (i < times - 1) {
            bots.start(ended);
          }
        }
        judge(what, town.verdict(), bots.begun());
      }
    }
  }

  @Test
  void restartOfTheOneOnDutyLosesNothingAndRepeatsNothing() throws Exception {
    ended("Webhook, one restart", true, 1, SeveralBots::stop);
  }

  @Test
  @Tag("trial")
  void rollingRestartsBehindAWebhook() throws Exception {
    ended("Webhook, rolling restarts", true, RESTARTS, SeveralBots::stop);
  }

  @Test
  @Tag("trial")
  void rollingRestartsWithPolling() throws Exception {
    ended("Polling, rolling restarts", false, RESTARTS, SeveralBots::stop);
  }

  @Test
  @Tag("trial")
  void killsBehindAWebhook() throws Exception {
    ended("Webhook, kills", true, KILLS, SeveralBots::kill);
  }

  @Test
  @Tag("trial")
  void killsWithPolling() throws Exception {
    ended("Polling, kills", false, KILLS, SeveralBots::kill);
  }
}
