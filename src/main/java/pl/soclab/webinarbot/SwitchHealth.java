package pl.soclab.webinarbot;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import pl.soclab.webinarbot.desk.BotSwitch;

/** Whether organisers have switched the bot off. That is their will, so it does not make it ill. */
final class SwitchHealth extends AbstractHealthIndicator {
  private final BotSwitch botSwitch;

  SwitchHealth(BotSwitch botSwitch) {
    this.botSwitch = botSwitch;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    BotSwitch.Switching last = botSwitch.last();
    builder.up().withDetail("off", last != null && last.off());
    if (last != null) {
      builder.withDetail("since", last.at().toString());
    }
  }
}
