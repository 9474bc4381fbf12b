package pl.soclab.webinarbot.telegram;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.messaging.Attachment;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/** Answers a handful of questions as the real one would, and remembers what it heard. */
final class FakeConversation implements Conversation {
  static final byte[] CALENDAR =
      "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);

  private final List<IncomingMessage> heard = new CopyOnWriteArrayList<>();
  private final Map<ChatId, String> lastQuestion = new ConcurrentHashMap<>();
  private final Map<String, Function<IncomingMessage, List<OutgoingMessage>>> special =
      new ConcurrentHashMap<>();

  /** What was heard so far, in the order in which it was handled. */
  List<IncomingMessage> heard() {
    return heard;
  }

  /** The texts heard so far. */
  List<String> texts() {
    return heard.stream()
        .map(IncomingMessage::content)
        .map(content -> content instanceof Text(String text) ? text : content.toString())
        .toList();
  }

  /** From now on answers that text in its own way. */
  void on(String text, Function<IncomingMessage, List<OutgoingMessage>> answer) {
    special.put(text, answer);
  }

  @Override
  public List<OutgoingMessage> handle(IncomingMessage message) {
    heard.add(message);
    return switch (message.content()) {
      case Text(String text) -> message.addressed() ? answer(message, text) : List.of();
      case ButtonPress(String data) -> say(message, "Przycisk: " + data);
      case IncomingMessage.Forwarded(String text) -> say(message, "Przekazane: " + text);
      case IncomingMessage.Document document -> say(message, "Plik: " + document.name());
      case IncomingMessage.Unreadable(IncomingMessage.Medium medium) ->
          say(message, "Nie umiem czytać: " + medium);
      case IncomingMessage.Blocked blocked -> List.of();
      case IncomingMessage.Unblocked unblocked -> List.of();
      case IncomingMessage.Moved moved -> List.of();
    };
  }

  private List<OutgoingMessage> answer(IncomingMessage message, String text) {
    Function<IncomingMessage, List<OutgoingMessage>> own = special.get(text);
    String before = lastQuestion.put(message.chat(), text);
    if (own != null) {
      return own.apply(message);
    }
    return switch (text) {
      case "o której to?" ->
          List.of(
              new OutgoingMessage(
                  message.chat(),
                  new RichText.Builder()
                      .plain("W czwartek o ")
                      .bold("9:00")
                      .plain(", ID <819> & hasło ")
                      .code("969412")
                      .build(),
                  List.of(List.of(new Button("Link", "t:link"), new Button("Gdzie", "t:place"))),
                  null));
      case "/kalendarz" ->
          List.of(
              new OutgoingMessage(
                  message.chat(),
                  RichText.plain("Dodaj do kalendarza"),
                  List.of(),
                  new Attachment("webinar.ics", "text/calendar", CALENDAR)));
      case "a link?" -> say(message, "Link do pytania: " + before);
      default -> say(message, "Echo: " + text);
    };
  }

  static List<OutgoingMessage> say(IncomingMessage message, String text) {
    return List.of(OutgoingMessage.text(message.chat(), text));
  }
}
