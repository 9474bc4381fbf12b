package pl.soclab.webinarbot.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.Button;

/**
 * A press of a button about questions without an answer: {@code q:<action>:<number>}.
 *
 * @param number of the question, the draft or the page, as the action says; may be forged
 */
record UnansweredPress(Action action, long number) {
  static final String PREFIX = "q:";

  private static final Pattern DATA = Pattern.compile("q:([a-z]):(\\d{1,18})");

  /** What a button does; the letter stands in its data, so it never changes. */
  enum Action {
    /** The number is that of the page, from 0. */
    LIST('l'),
    /** The numbers are those of questions. */
    ANSWER('o'),
    DISMISS('x'),
    NOT_NOW('c'),
    /** The numbers are those of drafts. */
    PUBLISH('p'),
    REWRITE('w'),
    DISCARD('d');

    private final char letter;

    Action(char letter) {
      this.letter = letter;
    }
  }

  /** Reads a button's data; null where this part never wrote them. */
  static @Nullable UnansweredPress parse(String data) {
    Matcher matcher = DATA.matcher(data);
    if (!matcher.matches()) {
      return null;
    }
    for (Action action : Action.values()) {
      if (action.letter == matcher.group(1).charAt(0)) {
        return new UnansweredPress(action, Long.parseLong(matcher.group(2)));
      }
    }
    return null;
  }

  static Button button(String label, Action action, long number) {
    return new Button(label, PREFIX + action.letter + ":" + number);
  }
}
