package pl.soclab.webinarbot.telegram;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import pl.soclab.webinarbot.messaging.ChatId;

/** Signs of life that carry nothing: "typing", and the end of a button's spinner. */
final class Typing {
  private static final Logger LOG = LoggerFactory.getLogger(Typing.class);

  /** Telegram shows the action for five seconds (Bot API, {@code sendChatAction}). */
  private static final Duration AGAIN = Duration.ofMillis(4500);

  private final TelegramClient client;
  private final ScheduledExecutorService timer;
  private final Duration after;
  private final TelegramSettings settings;

  Typing(
      TelegramClient client,
      ScheduledExecutorService timer,
      Duration after,
      TelegramSettings settings) {
    this.client = client;
    this.timer = timer;
    this.after = after;
    this.settings = settings;
  }

  /** Until closed, the chat is shown that the bot types; a quick reply shows nothing. */
  Shown in(ChatId chat, @Nullable ReplyTo replyTo) {
    ScheduledFuture<?> task =
        timer.scheduleAtFixedRate(
            () -> show(chat, replyTo), after.toMillis(), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    return () -> task.cancel(false);
  }

  /**
   * Ends the spinner of a pressed button. Telegram refuses that for an old press, which is fine.
   */
  void stopSpinner(String callbackId) {
    tryTo(
        () ->
            client.executeAsync(AnswerCallbackQuery.builder().callbackQueryId(callbackId).build()));
  }

  private void show(ChatId chat, @Nullable ReplyTo replyTo) {
    tryTo(
        () ->
            client.executeAsync(
                SendChatAction.builder()
                    .chatId(chat.value())
                    .messageThreadId(replyTo == null ? null : replyTo.threadId())
                    .action(ActionType.TYPING.toString())
                    .build()));
  }

  private void tryTo(Sign sign) {
    try {
      var _ = sign.send();
    } catch (TelegramApiException | RuntimeException e) {
      LOG.debug("A sign of life was not sent: {}", settings.describe(e));
    }
  }

  /** Stops the typing. */
  @FunctionalInterface
  interface Shown extends AutoCloseable {
    @Override
    void close();
  }

  @FunctionalInterface
  private interface Sign {
    CompletableFuture<?> send() throws TelegramApiException;
  }
}
