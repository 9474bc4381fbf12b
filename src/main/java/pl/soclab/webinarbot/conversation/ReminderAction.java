package pl.soclab.webinarbot.conversation;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.reminders.Scope;

/** What a button about reminders does when it is pressed. */
enum ReminderAction {
  /** Asks what is wanted of an event. */
  CHOOSE("ask", null),
  ALL("all", Scope.ALL),
  LAST_HOUR("hour", Scope.LAST_HOUR),
  CHANGES("news", Scope.CHANGES),
  /** Ends the reminders of one event. */
  OFF("off", null),
  /** Ends all reminders of the chat. */
  STOP("stop", null),
  /** Lets the paused ones go on. */
  RESUME("on", null);

  private final String code;
  private final @Nullable Scope scope;

  ReminderAction(String code, @Nullable Scope scope) {
    this.code = code;
    this.scope = scope;
  }

  /** As it stands in the button's data. */
  String code() {
    return code;
  }

  /** What is subscribed to; null where nothing is. */
  @Nullable Scope scope() {
    return scope;
  }

  /** Whether it needs an event to act on. */
  boolean isAboutEvent() {
    return this != STOP && this != RESUME;
  }

  static ReminderAction of(Scope scope) {
    return switch (scope) {
      case ALL -> ALL;
      case LAST_HOUR -> LAST_HOUR;
      case CHANGES -> CHANGES;
    };
  }

  /** The action with that code; null where there is none. */
  static @Nullable ReminderAction find(@Nullable String code) {
    return Arrays.stream(values())
        .filter(action -> Objects.equals(action.code, code))
        .findFirst()
        .orElse(null);
  }
}
