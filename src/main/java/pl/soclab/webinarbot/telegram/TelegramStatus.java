package pl.soclab.webinarbot.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * How the bot stands with Telegram at one moment.
 *
 * @param state whether updates arrive
 * @param lastPoll when Telegram last answered a poll or, with a webhook, how its deliveries fare;
 *     null before the first answer
 * @param backlog updates taken and not yet handled; -1 where the database does not say
 * @param botName the bot's user name without the at sign; null until Telegram has told it
 */
public record TelegramStatus(
    State state, @Nullable Instant lastPoll, long backlog, @Nullable String botName) {
  /** Whether updates arrive, and if not, what is in the way. */
  public enum State {
    /** Not started yet, or the first answer has not come yet. */
    CONNECTING,
    /** Telegram answers polls, or delivers to the webhook. */
    CONNECTED,
    /** Another instance talks with Telegram; this one takes its place when it ends. */
    STANDBY,
    /** Telegram or the network fails; the bot tries again by itself. */
    WAITING,
    /** Telegram refuses the token: the operator has to mend the setting. */
    WRONG_TOKEN,
    /** Another program polls with the same token: the operator has to stop one of the two. */
    ANOTHER_INSTANCE,
    /** Telegram cannot deliver to the webhook's address: the operator has to mend the way there. */
    UNREACHABLE,
    /** The database does not take updates; none is lost, for Telegram keeps them. */
    CANNOT_STORE,
    /** Closed. */
    STOPPED;

    /** Says a change once, not at every try, and as loud as it matters to the operator. */
    void log(Logger log, State former, String line) {
      if (this == former) {
        log.debug(line);
        return;
      }
      switch (this) {
        case CONNECTED, CONNECTING, STANDBY, STOPPED -> log.info(line);
        case WAITING -> log.warn(line);
        case WRONG_TOKEN, ANOTHER_INSTANCE, UNREACHABLE, CANNOT_STORE -> log.error(line);
      }
    }
  }
}
