package pl.soclab.webinarbot.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.Button;

/**
 * A press of a button of this room, as its data spell it: {@code d:<action>:<broadcast>:<detail>}.
 *
 * @param action what to do
 * @param broadcast the number of the broadcast; 0 for none
 * @param detail more that the action needs; may be empty, may be forged
 */
record DeskPress(Action action, long broadcast, String detail) {
  static final String PREFIX = "d:";

  private static final Pattern DATA = Pattern.compile("d:([a-z]):(\\d{1,18}):(.*)", Pattern.DOTALL);

  /** What a button does; the letter stands in its data, so it never changes. */
  enum Action {
    /** Whom a message goes to; the detail is {@link Audience#key}. */
    CHOOSE('a'),
    PREVIEW('k'),
    TEST('t'),
    REWRITE('w'),
    DISCARD('x'),
    /** "Wyślij do 5 osób": asks once more. */
    ASK_SEND('c'),
    /** The detail is {@link Fresh}. */
    SEND('y'),
    STATUS('s'),
    PAUSE('p'),
    RESUME('r'),
    ASK_STOP('e'),
    /** The detail is {@link Fresh}. */
    STOP('z');

    private final char letter;

    Action(char letter) {
      this.letter = letter;
    }
  }

  /** Reads a button's data; null where this room never wrote them. */
  static @Nullable DeskPress parse(String data) {
    Matcher matcher = DATA.matcher(data);
    if (!matcher.matches()) {
      return null;
    }
    for (Action action : Action.values()) {
      if (action.letter == matcher.group(1).charAt(0)) {
        return new DeskPress(action, Long.parseLong(matcher.group(2)), matcher.group(3));
      }
    }
    return null;
  }

  static Button button(String label, Action action, long broadcast) {
    return button(label, action, broadcast, "");
  }

  static Button button(String label, Action action, long broadcast, String detail) {
    return new Button(label, PREFIX + action.letter + ":" + broadcast + ":" + detail);
  }
}
