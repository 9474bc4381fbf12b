package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.telegram.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.PreviewSettings;

class LongPollerTest {
  private static final Instant START = Instant.parse("2022-02-16T11:00:00Z");

  private final Preview preview = Preview.start(PreviewSettings.startingAt(START).onPort(0));
  private final TelegramSettings settings = new TelegramSettings(preview.token(), preview.botApi());
  private final HttpClients http = new HttpClients(Duration.ofSeconds(1));
  private final StopSignal stop = new StopSignal();
  private final CountDownLatch stuck = new CountDownLatch(1);
  private final List<Integer> batches = new CopyOnWriteArrayList<>();

  /** Hangs in its first batch, as with a database that does not answer. */
  private final class StuckOnce implements LongPoller.Listener {
    @Override
    public void connected(Identity bot) {
      assertThat(bot.name()).isEqualTo("podglad_bot");
    }

    @Override
    public void arrived(JsonNode updates) {
      batches.add(updates.size());
      if (batches.size() == 1) {
        try {
          boolean _ = stuck.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  @AfterEach
  void stop() {
    stop.raise();
    stuck.countDown();
    http.close();
    preview.close();
  }

  @Test
  void pollerWithoutASignOfLifeIsReplacedAndLosesNothing() {
    var poller =
        new LongPoller(
            new BotApi(settings, http.polling(), new ObjectMapper()),
            new StuckOnce(),
            onDuty(),
            stop,
            stalledAfter(Duration.ZERO),
            settings);
    poller.start();
    preview.residents().named("Anna").writes("hej");
    eventually(() -> assertThat(batches).containsExactly(1));

    poller.watch();

    eventually(() -> assertThat(batches).hasSizeGreaterThanOrEqualTo(2));
    preview.residents().awaitConfirmed(Eventually.SOON);
  }

  @Test
  void livelyPollerIsLeftAlone() {
    var poller =
        new LongPoller(
            new BotApi(settings, http.polling(), new ObjectMapper()),
            new StuckOnce(),
            onDuty(),
            stop,
            stalledAfter(Duration.ofMinutes(3)),
            settings);
    poller.start();
    preview.log().awaitCalls("getUpdates", 1, Eventually.SOON);

    poller.watch();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("telegram-poll-2");
  }

  private static Duty onDuty() {
    var duty = new Duty(new InMemoryRoster(), true, DutyTiming.standard());
    duty.start(InMemoryRoster.NOBODY);
    return duty;
  }

  private static Timing stalledAfter(Duration stalled) {
    Timing usual = BotOnPreview.shortTiming();
    return new Timing(
        usual.longPoll(),
        usual.firstBackOff(),
        usual.longestBackOff(),
        usual.refusedPause(),
        usual.conflictPause(),
        stalled,
        usual.typingAfter(),
        usual.retryTurn(),
        usual.replyPatience(),
        usual.grace());
  }
}
