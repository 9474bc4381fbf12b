package pl.soclab.webinarbot.telegram;

import java.time.Duration;
import java.util.Locale;
import pl.soclab.webinarbot.telegram.BotApi.RefusedException;
import pl.soclab.webinarbot.telegram.TelegramStatus.State;

/** What a failed poll means, in words that name the mend, and how long to wait. */
final class PollFaults {
  private final TelegramSettings settings;
  private final Timing timing;

  PollFaults(TelegramSettings settings, Timing timing) {
    this.settings = settings;
    this.timing = timing;
  }

  /**
   * A fault.
   *
   * @param state how the bot stands now
   * @param line for the operator
   * @param pause before the next try
   * @param reconnect whether the next try begins with {@code getMe}
   */
  record Fault(State state, String line, Duration pause, boolean reconnect) {}

  /** A fault of Telegram's or the network's. */
  Fault of(Exception fault, int failures) {
    if (!(fault instanceof RefusedException refusal)) {
      String line = "Telegram cannot be reached, trying again: " + settings.describe(fault);
      return new Fault(State.WAITING, line, timing.backOff(failures), false);
    }
    return switch (refusal.code()) {
      // Telegram answers 404 to a token that is not even shaped like one.
      case 401, 404 -> wrongToken(refusal);
      case 409 -> conflict(refusal);
      case 429 -> {
        String line = "Telegram asks to wait " + refusal.retryAfter().toSeconds() + " s";
        Duration backOff = timing.backOff(failures);
        Duration asked = refusal.retryAfter();
        Duration pause = asked.compareTo(backOff) > 0 ? asked : backOff;
        yield new Fault(State.WAITING, line, pause, false);
      }
      default -> {
        String line = "Telegram refuses, trying again: " + settings.describe(refusal);
        yield new Fault(State.WAITING, line, timing.backOff(failures), true);
      }
    };
  }

  private Fault wrongToken(RefusedException refusal) {
    String line =
        "Telegram refuses the bot's token ("
            + refusal.code()
            + "). Copy it once more from @BotFather into TELEGRAM_BOT_TOKEN, and start again.";
    return new Fault(State.WRONG_TOKEN, line, timing.refusedPause(), true);
  }

  private Fault conflict(RefusedException refusal) {
    String words = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("webhook")) {
      String line = "A webhook is set for this bot (409); it is removed now";
      return new Fault(State.WAITING, line, timing.firstBackOff(), true);
    }
    String line =
        "Another program fetches this bot's messages (409). Stop it, or, if you know of none,"
            + " have @BotFather make a new token (/revoke) and put it into TELEGRAM_BOT_TOKEN.";
    return new Fault(State.ANOTHER_INSTANCE, line, timing.conflictPause(), false);
  }

  /** A fault of our own: most likely the database takes no updates. */
  Fault ofStore(Throwable fault, int failures) {
    String line =
        "Updates cannot be stored; Telegram keeps them for 24 hours. Look after the database: "
            + settings.describe(fault);
    return new Fault(State.CANNOT_STORE, line, timing.backOff(failures), false);
  }
}
