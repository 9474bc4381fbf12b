package pl.soclab.webinarbot.desk;

import org.jspecify.annotations.Nullable;

/** Whether the bot does its work, as organisers read it on the panel. */
@FunctionalInterface
public interface BotState {
  /** Why it does not, in a Polish sentence for organisers; null while it works. */
  @Nullable String halted();
}
