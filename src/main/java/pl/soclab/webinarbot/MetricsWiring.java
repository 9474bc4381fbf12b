package pl.soclab.webinarbot;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.soclab.webinarbot.desk.BotSwitch;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Waiting;
import pl.soclab.webinarbot.telegram.TelegramBot;

/** Health and metrics of the bot's work; those of the Telegram room are its own. */
@Configuration(proxyBeanMethods = false)
class MetricsWiring {
  @Bean
  BotMetrics botMetrics(MeterRegistry registry) {
    return new BotMetrics(registry);
  }

  @Bean
  Waiting waiting(CurrentAnswerer answerers, Broadcasts broadcasts, Settings settings) {
    return new Waiting(answerers::knowledge, broadcasts, settings.quiet());
  }

  @Bean("reminders")
  SendingHealth sendingHealth(Waiting waiting, InstantSource clock) {
    return new SendingHealth(waiting, clock);
  }

  /** Gauges over what is there once everything is. */
  @Bean
  Gauges gauges(
      BotMetrics metrics,
      Waiting waiting,
      TelegramBot bot,
      CurrentAnswerer answerers,
      CurrentFindings findings,
      BotSwitch botSwitch,
      ObjectProvider<Backups> backups,
      InstantSource clock) {
    metrics.gauge(
        "bot.inbox.backlog",
        "Updates that are stored and not answered yet",
        () -> {
          long backlog = bot.status().backlog();
          return backlog < 0 ? Double.NaN : (double) backlog;
        });
    metrics.gauge(
        "bot.deliveries.backlog",
        "Messages of begun broadcasts that were not sent yet",
        waiting::messages);
    metrics.gauge(
        "bot.next.due.seconds",
        "Seconds until the next reminder or message is due",
        () -> BotMetrics.seconds(clock.instant(), waiting.next(clock.instant())));
    metrics.age(
        "bot.knowledge.age.seconds",
        "Seconds since the organisers' files were last read",
        answerers::readAt,
        InstantSource.system());
    metrics.gauge(
        "bot.knowledge.errors",
        "Errors in the organisers' files",
        () ->
            findings.get().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .count());
    metrics.gauge(
        "bot.switched.off", "1 while organisers have switched the bot off", () -> off(botSwitch));
    backups.ifAvailable(
        made ->
            metrics.age(
                "bot.backup.age.seconds",
                "Seconds since the newest backup was made",
                made::newest,
                clock));
    return new Gauges();
  }

  private static int off(BotSwitch botSwitch) {
    BotSwitch.Switching last = botSwitch.last();
    return last != null && last.off() ? 1 : 0;
  }

  /** A bean that stands for the gauges, which live in the registry. */
  record Gauges() {}
}
