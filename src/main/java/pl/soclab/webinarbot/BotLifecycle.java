package pl.soclab.webinarbot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import pl.soclab.webinarbot.telegram.TelegramBot;

/** Starts the bot when everything is in place, and stops it before anything is taken away. */
final class BotLifecycle implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BotLifecycle.class);

  private final TelegramBot bot;
  private final Upstream upstream;
  private volatile boolean running;

  BotLifecycle(TelegramBot bot, Upstream upstream) {
    this.bot = bot;
    this.upstream = upstream;
  }

  @Override
  public void start() {
    bot.start();
    running = true;
    switch (upstream) {
      case Upstream.Telegram telegram -> LOG.info("Polling {}", telegram.telegram().api());
      case Upstream.StandIn standIn ->
          LOG.info("Podgląd: {}", standIn.preview().page().toString().replaceAll("/$", ""));
    }
  }

  @Override
  public void stop() {
    bot.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
