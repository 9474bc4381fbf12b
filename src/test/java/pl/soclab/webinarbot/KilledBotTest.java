package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.preview.PreviewSettings.startingAt;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.KilledBot.Verdict;
import pl.soclab.webinarbot.preview.Preview;

class KilledBotTest {
  private static final int KILLS = 20;
  private static final int MANY = 2000;
  private static final long SEED = 20220217;

  @TempDir Path folder;

  private static Preview telegram() {
    return Preview.start(startingAt(Instant.parse("2022-02-10T11:00:00Z")).onPort(0));
  }

  private DatabaseAddress h2() {
    return DatabaseAddress.file(folder.resolve("data"));
  }

  private static DatabaseAddress on(EmbeddedPostgres postgres) {
    return new DatabaseAddress(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
  }

  private static void judge(String what, Verdict verdict) {
    System.out.println(what + ": " + verdict);
    assertThat(verdict.missing()).isZero();
    assertThat(verdict.repeats()).isLessThanOrEqualTo(verdict.begun());
  }

  @Test
  void killedOnceItGoesOnWhereItStood() throws Exception {
    Served.withMeeting(folder);
    try (var telegram = telegram();
        var bot = new KilledBot(folder, telegram, h2(), 200)) {
      judge("H2", bot.killedTimes(1, SEED));
    }
  }

  @Test
  void anotherInstanceFinishesWhatAKilledOneBegan() throws Exception {
    Served.withMeeting(folder);
    try (var telegram = telegram();
        var postgres = EmbeddedPostgres.start();
        var bot = new KilledBot(folder, telegram, on(postgres), 1000)) {
      Process first = bot.start();
      bot.awaitArrived(1);
      bot.start();
      bot.awaitArrived(500);
      bot.kill(first);

      judge("PostgreSQL, two instances", bot.verdict());
    }
  }

  @Test
  @Tag("trial")
  void killedTwentyTimesOnH2() throws Exception {
    Served.withMeeting(folder);
    try (var telegram = telegram();
        var bot = new KilledBot(folder, telegram, h2(), MANY)) {
      judge("H2, twenty kills", bot.killedTimes(KILLS, SEED));
    }
  }

  @Test
  @Tag("trial")
  void killedTwentyTimesOnPostgres() throws Exception {
    Served.withMeeting(folder);
    try (var telegram = telegram();
        var postgres = EmbeddedPostgres.start();
        var bot = new KilledBot(folder, telegram, on(postgres), MANY)) {
      judge("PostgreSQL, twenty kills", bot.killedTimes(KILLS, SEED));
    }
  }
}
