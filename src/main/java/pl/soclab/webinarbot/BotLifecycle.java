package pl.soclab.webinarbot;

import org.springframework.context.SmartLifecycle;
import pl.soclab.webinarbot.reminders.SendingLoop;
import pl.soclab.webinarbot.telegram.TelegramBot;

/** Starts the bot when everything is in place, and stops it before anything is taken away. */
final class BotLifecycle implements SmartLifecycle {
  private final TelegramBot bot;
  private final SendingLoop sending;
  private volatile boolean running;

  BotLifecycle(TelegramBot bot, SendingLoop sending) {
    this.bot = bot;
    this.sending = sending;
  }

  @Override
  public void start() {
    bot.start();
    running = true;
  }

  @Override
  public void stop() {
    sending.close();
    bot.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
