package pl.soclab.webinarbot.conversation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a button about a question to the organisers does when it is pressed. */
enum HandoverAction {
  /** Shows what would be passed on, or asks for it. */
  ASK("ask"),
  /** Passes on what was shown. */
  SEND("yes"),
  /** Asks for another text. */
  REWRITE("new"),
  CANCEL("no"),
  /** Asks more about an answer. */
  MORE("more");

  private final String code;

  HandoverAction(String code) {
    this.code = code;
  }

  /** As it stands in the button's data. */
  String code() {
    return code;
  }

  /** The action with that code; null where there is none. */
  static @Nullable HandoverAction find(String code) {
    return Arrays.stream(values())
        .filter(action -> action.code.equals(code))
        .findFirst()
        .orElse(null);
  }
}
