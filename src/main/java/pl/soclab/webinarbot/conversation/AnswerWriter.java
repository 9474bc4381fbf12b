package pl.soclab.webinarbot.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Suggestion;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/** Makes a reply of an answer: its text, the buttons under it, the file that belongs to it. */
final class AnswerWriter {
  private static final String CALENDAR = "calendar";
  private static final String EVENTS = "events";

  private static final String REMINDER = "reminder";
  private static final int MOST_SUGGESTIONS = 6;

  private final Turn turn;
  private final Phrases phrases;
  private final BotProfile bot;
  private final Reminding reminding;
  private final Handing handing;

  AnswerWriter(Turn turn, Phrases phrases, BotProfile bot, Reminding reminding, Handing handing) {
    this.turn = turn;
    this.phrases = phrases;
    this.bot = bot;
    this.reminding = reminding;
    this.handing = handing;
  }

  List<OutgoingMessage> write(Answer answer) {
    if (turn.answerer().knowledge().isEmpty() && !(answer instanceof Answer.SmallTalk)) {
      return turn.say(phrases.get("no_knowledge"), List.of());
    }
    List<OutgoingMessage> reply = written(answer);
    return answer instanceof Answer.NotKnown && handing.isOffered(turn) ? withPerson(reply) : reply;
  }

  /** A person is the next step that really exists. */
  private List<OutgoingMessage> withPerson(List<OutgoingMessage> reply) {
    OutgoingMessage last = reply.getLast();
    var rows = new ArrayList<>(new Keyboard().handover(HandoverAction.ASK, phrases, 0).rows());
    rows.addAll(last.buttons());
    var messages = new ArrayList<>(reply.subList(0, reply.size() - 1));
    messages.add(new OutgoingMessage(last.chat(), last.text(), rows, last.attachment()));
    return messages;
  }

  private List<OutgoingMessage> written(Answer answer) {
    List<String> topics = answer.content().topics();
    if (answer instanceof Answer.Clarification && !topics.equals(List.of(EVENTS))) {
      return asksBack(answer.content());
    }
    if (topics.size() != 1) {
      return several(answer.content());
    }
    return switch (topics.getFirst()) {
      case "help" -> new StartWriter(turn, phrases, bot).help();
      case "privacy" -> turn.say(phrases.get("privacy"), List.of());
      case EVENTS -> new EventsWriter(turn, phrases).list();
      case CALENDAR -> calendar(answer.content());
      default -> plain(answer.content());
    };
  }

  private List<OutgoingMessage> asksBack(Answer.Content content) {
    List<List<Button>> choices =
        asksForEvent(content)
            ? Keyboard.events(content.suggestions(), turn.events(), phrases)
            : Keyboard.topics(content.suggestions(), phrases);
    return turn.say(content.text(), choices);
  }

  /** Whether a clarification asks which event is meant, and not what is asked about it. */
  static boolean asksForEvent(Answer.Content clarification) {
    List<Suggestion> choices = clarification.suggestions();
    return choices.stream().map(Suggestion::topic).distinct().count() == 1
        && choices.stream().allMatch(choice -> choice.eventId() != null);
  }

  /** Several questions in one message: their answers in one text, the calendar file behind it. */
  private List<OutgoingMessage> several(Answer.Content content) {
    Event event = event(content);
    if (!content.topics().contains(CALENDAR) || event == null || event.sessions().isEmpty()) {
      return plain(content);
    }
    var messages = new ArrayList<>(turn.say(content.text(), List.of()));
    messages.add(new CalendarWriter(turn).file(event, buttons(content)));
    return messages;
  }

  private List<OutgoingMessage> calendar(Answer.Content content) {
    Event event = event(content);
    if (event == null) {
      return turn.say(phrases.get("no_events"), List.of());
    }
    return List.of(new CalendarWriter(turn).file(event, buttons(content)));
  }

  private List<OutgoingMessage> plain(Answer.Content content) {
    return turn.say(content.text(), buttons(content));
  }

  /** What people ask next; to be reminded only where there is something to come. */
  List<List<Button>> buttons(Answer.Content content) {
    var keyboard = new Keyboard();
    if (content.topics().contains(REMINDER)) {
      offerReminder(content.eventId(), keyboard);
    }
    for (Suggestion next : content.suggestions().stream().limit(MOST_SUGGESTIONS).toList()) {
      if (next.topic().equals(REMINDER)) {
        offerReminder(next.eventId(), keyboard);
      } else {
        keyboard.topic(next.label(), next.topic(), next.eventId());
      }
    }
    return keyboard.rows();
  }

  private void offerReminder(@Nullable String eventId, Keyboard keyboard) {
    Event event = turn.eventWithId(eventId);
    if (event != null && reminding.isOffered(turn, event)) {
      new ReminderButtons(phrases, event).add(ReminderAction.CHOOSE, keyboard);
    }
  }

  private @Nullable Event event(Answer.Content content) {
    return turn.eventWithId(content.eventId());
  }
}
