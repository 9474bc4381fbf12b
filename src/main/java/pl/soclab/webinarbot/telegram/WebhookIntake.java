package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import pl.soclab.webinarbot.telegram.BotApi.RefusedException;
import pl.soclab.webinarbot.telegram.TelegramStatus.State;

/**
 * Tells Telegram where to deliver, and asks now and then how it fares; the updates themselves come
 * through {@link WebhookController}. Only the instance on duty does so. The address stays set when
 * it stops: others receive, or Telegram keeps the updates until the next start.
 */
final class WebhookIntake implements Intake {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookIntake.class);

  /** Each update takes a connection to the database, of which the pool has ten. */
  private static final int CONNECTIONS = 10;

  /** Telegram tries a failed delivery again after a minute at the latest. */
  private static final Duration ERROR_COUNTS = Duration.ofMinutes(2);

  private final BotApi api;
  private final WebhookSettings webhook;
  private final Reception reception;
  private final Duty duty;
  private final StopSignal stop;
  private final Timing timing;
  private final PollFaults faults;
  private final IntakeSigns signs;

  /** Telegram's last error, and when it was first seen here; none so far where that is null. */
  private long lastError;

  private @Nullable Long lastErrorSeen;

  WebhookIntake(
      BotApi api,
      WebhookSettings webhook,
      Reception reception,
      Duty duty,
      StopSignal stop,
      Timing timing,
      TelegramSettings settings) {
    this.api = api;
    this.webhook = webhook;
    this.reception = reception;
    this.duty = duty;
    this.stop = stop;
    this.timing = timing;
    this.faults = new PollFaults(settings, timing);
    this.signs = new IntakeSigns(stop, LOG);
  }

  @Override
  public void start() {
    Thread.ofPlatform().daemon().name("telegram-webhook").start(this::run);
  }

  /** Nothing to mend: each call to Telegram ends by itself, and any fault is tried again. */
  @Override
  public void watch() {}

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

  private void run() {
    int failures = 0;
    boolean isSet = false;
    while (!stop.isRaised()) {
      if (!duty.isHeld()) {
        isSet = false;
        duty.standBy(signs::changeTo);
        continue;
      }
      Duration pause;
      try {
        if (!isSet) {
          connect();
          isSet = true;
        }
        isSet = look();
        failures = 0;
        pause = isSet ? timing.longPoll().dividedBy(2) : Duration.ZERO;
      } catch (RefusedException | IOException e) {
        PollFaults.Fault fault = faults.of(e, ++failures);
        isSet = isSet && !fault.reconnect();
        signs.changeTo(fault.state(), fault.line());
        pause = fault.pause();
      } catch (RuntimeException | Error e) {
        PollFaults.Fault fault = faults.ofStore(e, ++failures);
        signs.changeTo(fault.state(), fault.line());
        pause = fault.pause();
      }
      duty.rest(pause, stop);
    }
  }

  private void connect() throws RefusedException, IOException {
    JsonNode me = api.call(new GetMe());
    reception.connected(new Identity(me.path("id").asLong(), me.path("username").asText()));
    api.call(
        "setWebhook",
        Map.of(
            "url",
            webhook.url().toString(),
            "secret_token",
            webhook.secret(),
            "max_connections",
            CONNECTIONS,
            "allowed_updates",
            KINDS));
    LOG.info("Telegram delivers to {}", webhook.url());
  }

  /** Whether the webhook is still ours. */
  private boolean look() throws RefusedException, IOException {
    JsonNode info = api.call(new GetWebhookInfo());
    boolean first = signs.age() == null;
    long now = System.nanoTime();
    signs.answered(now);
    if (!info.path("url").asText().equals(webhook.url().toString())) {
      signs.changeTo(State.WAITING, "Another program has changed the webhook; it is set anew");
      return false;
    }
    // Telegram keeps the last error for ever: only one that has come since the start counts.
    long error = info.path("last_error_date").asLong();
    if (error != lastError) {
      lastErrorSeen = first ? null : now;
      lastError = error;
    }
    if (info.path("pending_update_count").asLong() > 0 && failedLately()) {
      signs.changeTo(
          State.UNREACHABLE,
          "Telegram cannot deliver to WEBHOOK_URL: " + info.path("last_error_message").asText());
    } else {
      signs.changeTo(State.CONNECTED, "Telegram answers; waiting for messages");
    }
    return true;
  }

  private boolean failedLately() {
    Long seen = lastErrorSeen;
    return seen != null && System.nanoTime() - seen < ERROR_COUNTS.toNanos();
  }
}
