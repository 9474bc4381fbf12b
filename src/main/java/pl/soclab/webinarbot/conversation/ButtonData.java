package pl.soclab.webinarbot.conversation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.Button;

/**
 * How a button's data are written and read: {@code t:<topic>:<event>}, {@code
 * r:<action>:<language>:<event>} about reminders, {@code q:<action>:<language>:<number>} about
 * questions to the organisers, {@code d:<yes or no>:<language>} about erasing all that is kept,
 * {@code w:<question>} for who wants to be told of an answer, or {@code n:}.
 */
final class ButtonData {
  static final String NONE_OF_THESE = "n:";

  private static final Pattern TOPIC = Pattern.compile("t:([a-z_]+):(.*)", Pattern.DOTALL);

  /**
   * The language goes along, so that whoever typed Polish on an English phone is not reminded in
   * English.
   */
  private static final Pattern REMINDER =
      Pattern.compile("r:([a-z]+):([a-z]{2}):(.*)", Pattern.DOTALL);

  private static final Pattern HANDOVER = Pattern.compile("q:([a-z]+):([a-z]{2}):(\\d{1,18})");
  private static final Pattern DELETE = Pattern.compile("d:(yes|no):([a-z]{2})");
  private static final Pattern WATCH = Pattern.compile("w:(\\d{1,18})");

  private ButtonData() {}

  static String topic(String topic, @Nullable String eventId) {
    return withEvent("t:" + topic + ":", eventId);
  }

  static String reminder(ReminderAction action, ReplyLanguage language, @Nullable String eventId) {
    return withEvent("r:" + action.code() + ":" + language.code() + ":", eventId);
  }

  static String handover(HandoverAction action, ReplyLanguage language, long number) {
    return "q:" + action.code() + ":" + language.code() + ":" + number;
  }

  static String delete(boolean meant, ReplyLanguage language) {
    return "d:" + (meant ? "yes" : "no") + ":" + language.code();
  }

  static String watch(long question) {
    return "w:" + question;
  }

  private static String withEvent(String prefix, @Nullable String eventId) {
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
    if (topic.matches()) {
      return new Command.Press(topic.group(1), key(topic.group(2)));
    }
    Matcher handover = HANDOVER.matcher(data);
    if (handover.matches()) {
      return handover(handover.group(1), handover.group(2), Long.parseLong(handover.group(3)));
    }
    Matcher watch = WATCH.matcher(data);
    if (watch.matches()) {
      return new Command.Watch(Long.parseLong(watch.group(1)));
    }
    Matcher delete = DELETE.matcher(data);
    if (delete.matches()) {
      return new Command.DeletePress(
          delete.group(1).equals("yes"), ReplyLanguage.ofTelegram(delete.group(2)));
    }
    Matcher reminder = REMINDER.matcher(data);
    return reminder.matches()
        ? reminder(reminder.group(1), reminder.group(2), key(reminder.group(3)))
        : new Command.StalePress();
  }

  private static @Nullable String key(String written) {
    return written.isEmpty() ? null : written;
  }

  private static Command reminder(String code, String language, @Nullable String eventKey) {
    ReminderAction action = ReminderAction.find(code);
    return action == null || action.isAboutEvent() != (eventKey != null)
        ? new Command.StalePress()
        : new Command.ReminderPress(action, ReplyLanguage.ofTelegram(language), eventKey);
  }

  private static Command handover(String code, String language, long number) {
    HandoverAction action = HandoverAction.find(code);
    return action == null
        ? new Command.StalePress()
        : new Command.HandoverPress(action, ReplyLanguage.ofTelegram(language), number);
  }
}
