package pl.soclab.webinarbot.conversation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.Button;

/** How a button's data are written and read: {@code t:<topic>:<event>}, or {@code n:}. */
final class ButtonData {
  static final String NONE_OF_THESE = "n:";

  private static final Pattern TOPIC = Pattern.compile("t:([a-z_]+):(.*)", Pattern.DOTALL);

  private ButtonData() {}

  static String topic(String topic, @Nullable String eventId) {
    String prefix = "t:" + topic + ":";
    return eventId == null
        ? prefix
        : prefix + EventKey.of(eventId, Button.MAX_DATA_BYTES - prefix.length());
  }

  /** Reads what came back; anything that was not written here is a {@link Command.StalePress}. */
  static Command parse(String data) {
    if (data.equals(NONE_OF_THESE)) {
      return new Command.NoneOfThese();
    }
    Matcher topic = TOPIC.matcher(data);
    if (!topic.matches()) {
      return new Command.StalePress();
    }
    return new Command.Press(topic.group(1), topic.group(2).isEmpty() ? null : topic.group(2));
  }
}
