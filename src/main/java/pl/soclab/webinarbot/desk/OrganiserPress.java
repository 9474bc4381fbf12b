package pl.soclab.webinarbot.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * A press of a button about organisers, as its data spell it: {@code og:<action>:<chat>:<asked>}.
 *
 * @param chat whom it is about; 0 for nobody
 * @param asked {@link Fresh}; empty where nothing was asked
 */
record OrganiserPress(Action action, ChatId chat, String asked) {
  static final String PREFIX = "og:";

  static final ChatId NOBODY = new ChatId(0);

  private static final Pattern DATA =
      Pattern.compile("og:([a-z]):(\\d{1,18}):(.*)", Pattern.DOTALL);

  /** What a button does; the letter stands in its data, so it never changes. */
  enum Action {
    INVITE('i'),
    /** Asks whether to remove. */
    ASK('a'),
    REMOVE('y'),
    /** The last one, who was asked twice. */
    REMOVE_LAST('z'),
    KEEP('n');

    private final char letter;

    Action(char letter) {
      this.letter = letter;
    }
  }

  /** Reads a button's data; null where this room never wrote them. */
  static @Nullable OrganiserPress parse(String data) {
    Matcher matcher = DATA.matcher(data);
    if (!matcher.matches()) {
      return null;
    }
    for (Action action : Action.values()) {
      if (action.letter == matcher.group(1).charAt(0)) {
        var chat = new ChatId(Long.parseLong(matcher.group(2)));
        return new OrganiserPress(action, chat, matcher.group(3));
      }
    }
    return null;
  }

  static Button button(String label, Action action, ChatId chat, String asked) {
    return new Button(label, PREFIX + action.letter + ":" + chat + ":" + asked);
  }
}
