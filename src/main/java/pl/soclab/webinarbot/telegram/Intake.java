package pl.soclab.webinarbot.telegram;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How updates come: fetched, or delivered to an address of ours. */
interface Intake {
  /** What the bot asks Telegram for (Bot API, {@code allowed_updates}). */
  List<String> KINDS = List.of("message", "callback_query", "my_chat_member");

  /** Begins in the background, whether Telegram is there or not. */
  void start();

  /** Mends what has come to a standstill; to be called now and then. */
  void watch();

  /** This instance is on duty no longer: breaks off what only the one on duty may do. */
  void interrupt();

  /** Whether updates come, and if not, what is in the way. */
  TelegramStatus.State state();

  /** How long ago Telegram last answered; null before the first answer. */
  @Nullable Duration age();
}
