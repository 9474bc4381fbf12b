package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import pl.soclab.webinarbot.telegram.BotApi.RefusedException;
import pl.soclab.webinarbot.telegram.TelegramStatus.State;

/**
 * Fetches updates as long as the bot runs and is on duty, whatever happens; {@code
 * docs/decisions/003-own-long-poller.md} says why the library's session does not. Of several
 * instances one fetches, so that they never fight over it (409).
 *
 * <p>An offset confirms the batch before it. Once Telegram has answered that nothing is left, no
 * offset is sent: after a week without updates their numbers start anew anywhere (Bot API, {@code
 * Update.update_id}), and a smaller number would stay behind an old offset.
 */
final class LongPoller implements Intake {
  private static final Logger LOG = LoggerFactory.getLogger(LongPoller.class);

  private static final int BATCH = 100;

  /** What the poller needs from the rest of the bot. */
  interface Listener {
    /** Telegram told who the bot is; comes before the first updates, and after every outage. */
    void connected(Identity bot);

    /** Stores the updates of an answer; an exception leaves them with Telegram. */
    void arrived(JsonNode updates);
  }

  private final BotApi api;
  private final Listener listener;
  private final Duty duty;
  private final StopSignal stop;
  private final Timing timing;
  private final PollFaults faults;
  private final IntakeSigns signs;

  /** Which thread is the one that polls: an older one that comes back to life ends. */
  private final AtomicInteger generation = new AtomicInteger();

  private volatile long lastSign = System.nanoTime();
  private volatile @Nullable Integer offset;

  LongPoller(
      BotApi api,
      Listener listener,
      Duty duty,
      StopSignal stop,
      Timing timing,
      TelegramSettings settings) {
    this.api = api;
    this.listener = listener;
    this.duty = duty;
    this.stop = stop;
    this.timing = timing;
    this.faults = new PollFaults(settings, timing);
    this.signs = new IntakeSigns(stop, LOG);
  }

  @Override
  public void start() {
    int own = generation.incrementAndGet();
    lastSign = System.nanoTime();
    Thread.ofPlatform().daemon().name("telegram-poll-" + own).start(() -> run(own));
  }

  /** Starts another thread where the present one shows no sign of life. */
  @Override
  public void watch() {
    Duration silence = Duration.ofNanos(System.nanoTime() - lastSign);
    if (silence.compareTo(timing.stalled()) > 0 && !stop.isRaised()) {
      LOG.error("No poll for {} s: polling is started anew", silence.toSeconds());
      api.cancel();
      start();
    }
  }

  @Override
  public void interrupt() {
    api.cancel();
  }

  @Override
  public State state() {
    return signs.state();
  }

  @Override
  public @Nullable Duration age() {
    return signs.age();
  }

  private boolean isCurrent(int own) {
    return own == generation.get() && !stop.isRaised();
  }

  private void run(int own) {
    int failures = 0;
    boolean connected = false;
    while (isCurrent(own)) {
      if (!duty.isHeld()) {
        connected = false;
        standBy();
        continue;
      }
      PollFaults.Fault fault;
      try {
        if (!connected) {
          connect();
          connected = true;
        }
        poll(own);
        failures = 0;
        continue;
      } catch (RefusedException | IOException e) {
        fault = faults.of(e, ++failures);
        connected = connected && !fault.reconnect();
      } catch (RuntimeException | Error e) {
        fault = faults.ofStore(e, ++failures);
      }
      lastSign = System.nanoTime();
      // What breaks at the end of a duty is no fault.
      if (isCurrent(own) && duty.isHeld()) {
        signs.changeTo(fault.state(), fault.line());
        duty.rest(fault.pause(), stop);
      }
    }
  }

  private void standBy() {
    // Whoever polls meanwhile confirms with offsets of its own.
    offset = null;
    duty.standBy(signs::changeTo);
    lastSign = System.nanoTime();
  }

  private void connect() throws RefusedException, IOException {
    JsonNode me = api.call(new GetMe());
    // Telegram delivers by webhook or by polling, and refuses to poll while a webhook is set.
    api.call(new DeleteWebhook());
    listener.connected(new Identity(me.path("id").asLong(), me.path("username").asText()));
  }

  private void poll(int own) throws RefusedException, IOException {
    GetUpdates poll =
        GetUpdates.builder()
            .offset(offset)
            .limit(BATCH)
            .timeout(isLong() ? (int) timing.longPoll().toSeconds() : 0)
            .allowedUpdates(KINDS)
            .build();
    JsonNode updates = api.call(poll);
    lastSign = System.nanoTime();
    if (!isCurrent(own) || !duty.isHeld()) {
      return;
    }
    signs.answered(lastSign);
    if (updates.size() > 0) {
      listener.arrived(updates);
    }
    if (!isCurrent(own)) {
      // Another thread took over while the database made this one wait.
      return;
    }
    offset = UpdateBatch.nextOffset(updates);
    signs.changeTo(State.CONNECTED, "Telegram answers; waiting for messages");
  }

  /**
   * The first poll after an outage comes back at once, so that the health check need not wait for
   * it. While another instance polls that would prove nothing: its next poll ends ours.
   */
  private boolean isLong() {
    return switch (signs.last()) {
      case CONNECTED, ANOTHER_INSTANCE -> true;
      case CONNECTING, STANDBY, WAITING, WRONG_TOKEN, UNREACHABLE, CANNOT_STORE, STOPPED -> false;
    };
  }
}
