package pl.soclab.webinarbot.conversation;

import org.jspecify.annotations.Nullable;

/** Whether organisers have switched the bot off. Asked each turn, so that it holds at once. */
@FunctionalInterface
public interface OffSwitch {
  /** Why it is switched off, as they wrote it; null while it is on. */
  @Nullable String reason();
}
