package pl.soclab.webinarbot.conversation;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage.Blocked;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Document;
import pl.soclab.webinarbot.conversation.IncomingMessage.Forwarded;
import pl.soclab.webinarbot.conversation.IncomingMessage.Medium;
import pl.soclab.webinarbot.conversation.IncomingMessage.Moved;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unblocked;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;
import pl.soclab.webinarbot.language.Folding;

/** Tells what a message asks for. Never fails: whatever it cannot place is a command too. */
final class CommandParser {
  /** Bot API, {@code Message.text}. The preview's page may send more. */
  private static final int MAX_TEXT = 4096;

  /** A name in any letters, as people type {@code /tłumaczenie} too; then what stands behind it. */
  private static final Pattern COMMAND =
      Pattern.compile("/([\\p{L}\\p{N}_]+)(?:@\\w+)?(.*)", Pattern.DOTALL);

  private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
  private static final Set<String> HELP_WORDS = words("words.help");
  private static final Set<String> START_WORDS = words("words.start");
  private static final Set<String> STOP_WORDS = words("words.stop");
  private static final Set<String> MY_DATA_WORDS = words("words.my_data");
  private static final Set<String> DELETE_WORDS = words("words.delete");

  private CommandParser() {}

  private static Set<String> words(String key) {
    return Set.of(Phrases.in(ReplyLanguage.POLISH).get(key).split(",", -1));
  }

  static Command parse(IncomingMessage message) {
    boolean overheard = message.chatType() == ChatType.GROUP && !message.addressed();
    return switch (message.content()) {
      case Text(String text) -> overheard ? new Command.Silence() : text(text.strip());
      case Forwarded(String text) -> overheard ? new Command.Silence() : text(text.strip());
      case Document document -> overheard ? new Command.Silence() : file(document);
      case ButtonPress(String data) -> ButtonData.parse(data);
      case Unreadable(var medium) ->
          overheard ? new Command.Silence() : new Command.Unreadable(medium);
      case Blocked() -> new Command.Leave();
      case Unblocked() -> new Command.Silence();
      case Moved(var to) -> new Command.Move(to);
    };
  }

  /** Residents ask in the text under a file; the file itself is for organisers. */
  private static Command file(Document document) {
    String caption = document.caption().strip();
    return caption.isEmpty() ? new Command.Unreadable(Medium.FILE) : text(caption);
  }

  private static Command text(String text) {
    if (text.isBlank()) {
      return new Command.Blank();
    }
    if (text.length() > MAX_TEXT) {
      return new Command.TooLong();
    }
    Matcher command = COMMAND.matcher(text);
    return command.matches() ? command(command.group(1), command.group(2)) : plain(text);
  }

  /** A single word that people type where they look for a command. */
  private static Command plain(String text) {
    String word = NO_LETTER.matcher(Folding.fold(text)).replaceAll("");
    if (HELP_WORDS.contains(word)) {
      return new Command.Help();
    }
    if (STOP_WORDS.contains(word)) {
      return new Command.Stop();
    }
    if (MY_DATA_WORDS.contains(word)) {
      return new Command.MyData();
    }
    if (DELETE_WORDS.contains(word)) {
      return new Command.DeleteData();
    }
    return START_WORDS.contains(word) ? new Command.Start(null) : new Command.Ask(text);
  }

  private static Command command(String typed, String behind) {
    String name = Folding.fold(typed);
    String rest = SAYS_SOMETHING.matcher(behind).find() ? behind.strip() : null;
    String question = rest == null ? null : typed + " " + rest;
    return switch (name) {
      case "start" -> new Command.Start(rest);
      case "pomoc", "help" -> new Command.Help();
      case "prywatnosc", "privacy" -> new Command.Privacy();
      case "moje_dane", "mojedane", "my_data", "mydata" -> new Command.MyData();
      case "usun_dane", "usundane", "usun_moje_dane", "delete_data", "delete_my_data" ->
          new Command.DeleteData();
      case "wydarzenia", "events" -> new Command.Events();
      case "kiedy", "when" -> topic("time", question);
      case "link" -> topic("link", question);
      case "tlumaczenie", "translation" -> topic("translation", question);
      case "organizatorzy", "organizator", "organisers", "organizers" ->
          topic("organizer", question);
      case "kalendarz", "calendar" -> topic("calendar", question);
      case "przypomnij", "remind", "reminder" -> new Command.Remind(question);
      case "przypomnienia", "reminders" -> new Command.ListReminders();
      case "zapytaj", "ask" -> new Command.AskPerson(rest);
      case "stop", "nieprzypominaj", "unsubscribe" -> new Command.Stop();
      default -> new Command.Unknown(question == null ? typed : question);
    };
  }

  private static Command topic(String topic, @Nullable String question) {
    return new Command.Topic(topic, question);
  }
}
