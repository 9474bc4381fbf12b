package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.SendOutcome;

/** What every failure of a send means. The only place that knows. */
final class SendOutcomes {
  /** Where Telegram asks to wait and does not say how long. */
  static final Duration SHORTEST_DELAY = Duration.ofSeconds(1);

  /** Telegram acted, but its answer could not be read, so the message's number is not known. */
  private static final long UNKNOWN_NUMBER = 0;

  private final TelegramSettings settings;

  SendOutcomes(TelegramSettings settings) {
    this.settings = settings;
  }

  SendOutcome of(TelegramApiException fault) {
    return switch (fault) {
      case TelegramApiRequestException refusal when code(refusal) != 0 -> refused(refusal);
      // SendGuard lets nothing but JSON pass, and errors are simple: this was a message that
      // arrived.
      case TelegramApiRequestException answer
          when answer.getCause() instanceof JsonProcessingException ->
          new SendOutcome.Sent(UNKNOWN_NUMBER);
      case TelegramApiValidationException invalid ->
          new SendOutcome.Rejected(settings.describe(invalid), null);
      default -> broken(fault);
    };
  }

  private SendOutcome refused(TelegramApiRequestException refusal) {
    ResponseParameters parameters = refusal.getParameters();
    String reason = settings.mask(String.valueOf(refusal.getApiResponse()));
    int code = code(refusal);
    if (code == 429) {
      return new SendOutcome.RetryAfter(retryAfter(parameters));
    }
    if (code >= 500) {
      return new SendOutcome.NotSent(reason);
    }
    // "Chat not found" is Telegram's word for a resident who deleted the account.
    if (code == 403 || (code == 400 && reason.contains("chat not found"))) {
      return new SendOutcome.Blocked();
    }
    return new SendOutcome.Rejected(reason, migratedTo(parameters));
  }

  private SendOutcome broken(Throwable fault) {
    Throwable cause = fault;
    while (cause != null) {
      if (cause instanceof SendGuard.NotSentException
          || cause instanceof SendGuard.ServerFaultException
          // The bot is closed already; OkHttp hides this behind an IOException.
          || cause.getCause() instanceof RejectedExecutionException) {
        return new SendOutcome.NotSent(settings.describe(cause));
      }
      if (cause instanceof IOException) {
        return new SendOutcome.Unknown(settings.describe(cause));
      }
      cause = cause.getCause();
    }
    return new SendOutcome.Unknown(settings.describe(fault));
  }

  private static int code(TelegramApiRequestException refusal) {
    Integer code = refusal.getErrorCode();
    return code == null ? 0 : code;
  }

  private static Duration retryAfter(@Nullable ResponseParameters parameters) {
    Integer seconds = parameters == null ? null : parameters.getRetryAfter();
    return seconds == null ? SHORTEST_DELAY : Duration.ofSeconds(Math.max(1, seconds));
  }

  private static @Nullable ChatId migratedTo(@Nullable ResponseParameters parameters) {
    Long chat = parameters == null ? null : parameters.getMigrateToChatId();
    return chat == null ? null : new ChatId(chat);
  }
}
