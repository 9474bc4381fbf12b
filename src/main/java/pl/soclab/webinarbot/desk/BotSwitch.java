package pl.soclab.webinarbot.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Whether the bot is switched off: one state for all instances, and every change of it kept. Each
 * method throws an unchecked exception when the store cannot be reached.
 */
public interface BotSwitch {
  /**
   * One change.
   *
   * @param revision counts the changes from 1
   * @param off whether the bot was switched off, or given another reason
   * @param reason as residents read it; empty for on
   */
  record Switching(long revision, boolean off, String reason, Instant at, ChatId by) {}

  /** The change that holds; null where the bot was never switched. */
  @Nullable Switching last();

  /** Changes the state, unless somebody else did so first; returns whether it was changed. */
  boolean change(Switching next);

  /** Why the bot is switched off; null while it is on. */
  default @Nullable String reason() {
    Switching last = last();
    return last != null && last.off() ? last.reason() : null;
  }

  /** Whether residents are not answered just now. */
  default boolean isOff() {
    return reason() != null;
  }
}
