package pl.soclab.webinarbot;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import pl.soclab.webinarbot.reminders.Waiting;

/** When something is sent next, and what waits. It is ill where the database does not say. */
final class SendingHealth extends AbstractHealthIndicator {
  private final Waiting waiting;
  private final InstantSource clock;

  SendingHealth(Waiting waiting, InstantSource clock) {
    this.waiting = waiting;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    Instant next = waiting.next(clock.instant());
    builder
        .up()
        .withDetail("next", next == null ? "none" : next.toString())
        .withDetail("backlog", waiting.messages());
  }
}
