package pl.soclab.webinarbot.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.Button;

/**
 * A press of a button of {@link Editing}, as its data spell it: {@code e:<action>:<id>:<detail>}.
 *
 * @param action what to do
 * @param id of an upload or a version; 0 for none
 * @param detail more that the action needs; may be empty, may be forged
 */
record EditPress(Action action, long id, String detail) {
  static final String PREFIX = "e:";

  private static final Pattern DATA = Pattern.compile("e:([a-z]):(\\d{1,18}):(.*)", Pattern.DOTALL);

  /** What a button does; the letter stands in its data, so it never changes. */
  enum Action {
    /** The upload is to go to that file; the detail is its {@link #key}. */
    AIM('c'),
    NEW_EVENT('n'),
    NEW_TEXT('i'),
    /** Asks once more where the upload is to go. */
    ELSEWHERE('o'),
    /** The detail is the fingerprint of what stood above the button. */
    PUBLISH('p'),
    DISCARD('x'),
    /** Begins a message to those who subscribed. */
    TELL('t'),
    /** Sends a file; the detail is its {@link #key}. */
    SEND('f'),
    /** A page of the list of files; the number is the page. */
    FILES('l'),
    SEE_VERSION('v'),
    RESTORE('r');

    private final char letter;

    Action(char letter) {
      this.letter = letter;
    }
  }

  /** Reads a button's data; null where no button of this part has them. */
  static @Nullable EditPress parse(String data) {
    Matcher matcher = DATA.matcher(data);
    if (!matcher.matches()) {
      return null;
    }
    for (Action action : Action.values()) {
      if (action.letter == matcher.group(1).charAt(0)) {
        return new EditPress(action, Long.parseLong(matcher.group(2)), matcher.group(3));
      }
    }
    return null;
  }

  static Button button(String label, Action action, long id) {
    return button(label, action, id, "");
  }

  static Button button(String label, Action action, long id, String detail) {
    return new Button(label, PREFIX + action.letter + ":" + id + ":" + detail);
  }

  /** A file in a button's data, which hold no long name. */
  static String key(String file) {
    return Audience.key(file);
  }
}
