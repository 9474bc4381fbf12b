package pl.soclab.webinarbot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import pl.soclab.webinarbot.telegram.TelegramBot;
import pl.soclab.webinarbot.telegram.TelegramStatus;

/** Whether updates arrive. */
final class TelegramHealth implements HealthIndicator {
  /** A poll lasts 50 seconds at the most, so two were missed by then. */
  private static final Duration TOO_OLD = Duration.ofMinutes(2);

  private final TelegramBot bot;
  private final InstantSource clock;

  TelegramHealth(TelegramBot bot, InstantSource clock) {
    this.bot = bot;
    this.clock = clock;
  }

  @Override
  public Health health() {
    TelegramStatus status = bot.status();
    Health.Builder health = isWell(status) ? Health.up() : Health.down();
    health.withDetail("state", status.state()).withDetail("backlog", status.backlog());
    if (status.lastPoll() != null) {
      health.withDetail("lastPoll", status.lastPoll());
    }
    if (status.botName() != null) {
      health.withDetail("bot", status.botName());
    }
    return health.build();
  }

  private boolean isWell(TelegramStatus status) {
    Instant lastPoll = status.lastPoll();
    return switch (status.state()) {
      case CONNECTED, WAITING ->
          lastPoll != null
              && Duration.between(lastPoll, clock.instant()).compareTo(TOO_OLD) < 0
              && status.backlog() >= 0;
      // The first poll may wait for an update for most of a minute; by then the bot has a name.
      case CONNECTING -> status.botName() != null;
      // Another instance talks with Telegram; this one needs the database alone.
      case STANDBY -> status.backlog() >= 0;
      case WRONG_TOKEN, ANOTHER_INSTANCE, UNREACHABLE, CANNOT_STORE, STOPPED -> false;
    };
  }
}
