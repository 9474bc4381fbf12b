package pl.soclab.webinarbot.conversation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.ChatRecords;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.questions.ToldFacts;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Subscriptions;

/**
 * Talks with residents: commands, questions in their own words, buttons. Safe for use by many
 * threads, one turn of a chat at a time.
 */
public final class ResidentConversation implements Conversation {
  private final Supplier<Answerer> answerers;
  private final InstantSource clock;
  private final BotProfile bot;
  private final Broadcasts broadcasts;
  private final Reminding reminding;
  private final Unsubscribing unsubscribing;
  private final Handing handing;
  private final Departures departures;
  private final ThreadMemory threads;
  private final TopicCommands topics;
  private final ReminderPresses presses;
  private final Watching watching;
  private final Asking asking;
  private final MyData myData;
  private final AnswerListener listener;

  /**
   * A conversation that remembers nothing yet.
   *
   * @param answerers gives the answerer over the newest snapshot; asked once a turn
   * @param clock tells what is to come and what is past, and when a thread is forgotten
   * @param subscriptions who is reminded of what
   * @param broadcasts tells which event a reminder was about, when somebody replies to it
   * @param quiet in which no reminder leaves
   * @param handing passes questions on to people
   * @param told who may be told a correction; ended here with all that is sent unasked
   * @param watching keeps questions without an answer, and who wants to be told of one
   * @param records all that is kept about a chat anywhere but in this conversation's memory
   * @param listener hears of the answers
   */
  public ResidentConversation(
      Supplier<Answerer> answerers,
      InstantSource clock,
      BotProfile bot,
      Subscriptions subscriptions,
      Broadcasts broadcasts,
      QuietHours quiet,
      Handing handing,
      ToldFacts told,
      Watching watching,
      ChatRecords records,
      AnswerListener listener) {
    this.answerers = answerers;
    this.clock = clock;
    this.bot = bot;
    this.broadcasts = broadcasts;
    this.reminding = new Reminding(subscriptions, quiet);
    this.unsubscribing = new Unsubscribing(subscriptions, handing, told, watching.watches());
    this.handing = handing;
    this.watching = watching;
    this.threads = new ThreadMemory(clock);
    this.departures =
        new Departures(subscriptions, broadcasts, handing, told, watching.watches(), threads);
    this.topics = new TopicCommands(bot, reminding, handing, threads, listener);
    this.asking = new Asking(bot, reminding, unsubscribing, handing, watching, threads, listener);
    this.myData = new MyData(records, threads);
    this.listener = listener;
    this.presses = new ReminderPresses(reminding, unsubscribing, threads);
  }

  @Override
  public List<OutgoingMessage> handle(IncomingMessage message) {
    var turn =
        new Turn(
            message.chat(),
            answerers.get(),
            clock.instant(),
            message.at(),
            thread(message),
            message.languageCode(),
            message.chatType() == IncomingMessage.ChatType.PRIVATE);
    Command command = CommandParser.parse(message);
    List<OutgoingMessage> taken = handing.texts().take(turn, message, command);
    if (taken != null) {
      return taken;
    }
    var reply = new ArrayList<>(handing.texts().leave(turn, message, command));
    reply.addAll(reply(turn, command));
    return reply;
  }

  private List<OutgoingMessage> reply(Turn turn, Command command) {
    return switch (command) {
      case Command.Start start -> start(turn, start.link());
      case Command.Help ignored -> new StartWriter(turn, turn.phrases(), bot).help();
      case Command.Privacy ignored -> turn.sentence("privacy");
      case Command.MyData ignored -> myData.show(turn, turn.phrases());
      case Command.DeleteData ignored -> myData.ask(turn, turn.phrases());
      case Command.DeletePress press -> myData.press(turn, press);
      case Command.Events ignored -> new EventsWriter(turn, turn.phrases()).list();
      case Command.Topic topic -> topics.answer(inTalk(turn), topic);
      case Command.Remind remind -> reminding.ask(turn, turn.phrases(), remind.question());
      case Command.ListReminders ignored -> unsubscribing.list(turn, turn.phrases());
      case Command.Stop ignored -> unsubscribing.all(turn, turn.phrases(), false);
      case Command.ReminderPress press -> presses.press(turn, press);
      case Command.AskPerson person -> askPerson(turn, person.question());
      case Command.HandoverPress press ->
          handing.press(turn, press, threads.unanswered(turn.chat()));
      case Command.Unknown unknown -> topics.unknown(turn, unknown.question());
      case Command.Ask ask -> asking.ask(turn, ask.text());
      case Command.Press press -> press(inTalk(turn), press.topic(), press.eventKey());
      case Command.NoneOfThese ignored -> turn.sentence("none_of_these");
      case Command.Watch watch -> watching.watch(inTalk(turn), watch.question());
      case Command.StalePress ignored -> stale(turn);
      case Command.Blank ignored -> turn.sentence("blank");
      case Command.TooLong ignored -> turn.sentence("too_long");
      case Command.Unreadable unreadable ->
          turn.sentence("medium." + unreadable.medium().name().toLowerCase(Locale.ROOT));
      case Command.Leave ignored -> departures.left(turn);
      case Command.Move moved -> departures.moved(turn, moved.to());
      case Command.Silence ignored -> List.of();
    };
  }

  /** Many phones speak English to people who do not: what was typed last tells more. */
  private Turn inTalk(Turn turn) {
    return turn.speaking(threads.languageOf(turn.chat()));
  }

  /** Whoever replies to a reminder means its event. */
  private Question.Thread thread(IncomingMessage message) {
    String eventId =
        message.replyTo() == null ? null : broadcasts.eventOf(message.chat(), message.replyTo());
    return eventId == null ? threads.of(message.chat()) : new Question.Thread(List.of(), eventId);
  }

  private List<OutgoingMessage> start(Turn turn, @Nullable String link) {
    threads.forget(turn.chat());
    RichText welcome = unsubscribing.welcome(turn, turn.phrases());
    var writer = new StartWriter(turn, turn.phrases(), bot);
    Event event = turn.event(link);
    if (event != null) {
      Answer card = turn.topic("event_card", event.id());
      threads.remember(turn, card);
      listener.answered(turn.chat(), card, turn.phrases().language().code(), turn.now());
      return writer.card(card.content().text(), welcome, writer(turn).buttons(card.content()));
    }
    Event reminded = turn.event(EventKey.ofReminderLink(link));
    if (reminded != null) {
      threads.remember(turn.chat(), new Question.Thread(List.of(), reminded.id()));
      return writer.before(reminding.choose(turn, turn.phrases(), reminded), welcome);
    }
    return writer.start(welcome);
  }

  private List<OutgoingMessage> askPerson(Turn turn, @Nullable String question) {
    String text = question == null ? threads.unanswered(turn.chat()) : question;
    return handing.ask(turn, turn.phrases(), text);
  }

  private AnswerWriter writer(Turn turn) {
    return new AnswerWriter(turn, turn.phrases(), bot, reminding, handing);
  }

  private List<OutgoingMessage> press(Turn turn, String topic, @Nullable String eventKey) {
    Event event = turn.event(eventKey);
    if (eventKey != null && event == null) {
      return turn.sentence("event_gone");
    }
    if (topic.equals("reminder")) {
      return event == null
          ? reminding.ask(turn, turn.phrases(), null)
          : reminding.choose(turn, turn.phrases(), event);
    }
    String eventId = event == null ? turn.thread().eventId() : event.id();
    Answer answer = turn.topic(topic, eventId);
    return answer.content().topics().contains(topic) ? topics.reply(turn, answer) : stale(turn);
  }

  private List<OutgoingMessage> stale(Turn turn) {
    if (turn.answerer().knowledge().isEmpty()) {
      return turn.sentence("no_knowledge");
    }
    var questions = new StartWriter(turn, turn.phrases(), bot).questions();
    return turn.say(turn.phrases().get("stale_button"), questions);
  }
}
