package pl.soclab.webinarbot.conversation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/** Writes who the bot is, whose it is, what it knows, and what can be asked. */
final class StartWriter {
  private static final int MOST_EVENTS = 5;
  private static final int MOST_ORGANISERS = 5;
  private static final int TOP_QUESTIONS = 5;

  /** What residents ask most, in that order. */
  private static final List<String> QUESTIONS =
      List.of(
          "time",
          "how_to_join",
          "place",
          "purpose",
          "translation",
          "registration",
          "cost",
          "organizer",
          "programme",
          "contact");

  private final Turn turn;
  private final Phrases phrases;
  private final BotProfile bot;

  StartWriter(Turn turn, Phrases phrases, BotProfile bot) {
    this.turn = turn;
    this.phrases = phrases;
    this.bot = bot;
  }

  /**
   * The reply to {@code /start}.
   *
   * @param welcome which reminders are on; empty where there are none
   */
  List<OutgoingMessage> start(RichText welcome) {
    var text = new RichText.Builder().append(phrases.rich("start.who", name()));
    if (bot.operator() != null) {
      text.plain(" " + bot.operator());
    }
    if (turn.answerer().knowledge().isEmpty()) {
      text.plain("\n\n" + phrases.get("no_knowledge"));
      return turn.say(text.build(), List.of());
    }
    Set<String> organisers = organisers();
    if (!organisers.isEmpty()) {
      String key = organisers.size() == 1 ? "start.organiser" : "start.organisers";
      text.plain(" " + phrases.get(key, String.join(", ", organisers)));
    }
    text.plain("\n\n").append(events());
    add(welcome, text);
    text.plain("\n\n" + phrases.get("start.ask"));
    return turn.say(text.build(), questions());
  }

  private static void add(RichText welcome, RichText.Builder text) {
    if (!welcome.spans().isEmpty()) {
      text.plain("\n\n").append(welcome);
    }
  }

  /** The reply to a link to the card of an event. */
  List<OutgoingMessage> card(RichText card, RichText welcome, List<List<Button>> buttons) {
    var text = new RichText.Builder().append(phrases.rich("start.card", name()));
    text.plain("\n\n").append(card);
    add(welcome, text);
    return turn.say(text.build(), buttons);
  }

  /** Says who the bot is before the reply to a link to something else. */
  List<OutgoingMessage> before(List<OutgoingMessage> reply, RichText welcome) {
    OutgoingMessage first = reply.getFirst();
    var text = new RichText.Builder().append(phrases.rich("start.reminders", name()));
    text.plain("\n\n").append(first.text());
    add(welcome, text);
    return turn.say(text.build(), first.buttons());
  }

  private RichText name() {
    return new RichText.Builder().bold(bot.name()).build();
  }

  private Set<String> organisers() {
    var organisers = new LinkedHashSet<String>();
    for (Event event : turn.events()) {
      Fact fact = event.fact(FactKind.ORGANISERS);
      if (fact != null) {
        organisers.addAll(fact.values());
      }
    }
    return organisers.size() > MOST_ORGANISERS ? Set.of() : organisers;
  }

  private RichText events() {
    var writer = new EventsWriter(turn, phrases);
    List<Event> coming = writer.coming();
    List<Event> shown = coming.isEmpty() ? writer.past().stream().limit(1).toList() : coming;
    if (shown.isEmpty()) {
      return RichText.plain(phrases.get("no_events"));
    }
    var text = new RichText.Builder();
    text.plain(phrases.get(coming.isEmpty() ? "start.last" : "start.coming"));
    for (Event event : shown.stream().limit(MOST_EVENTS).toList()) {
      text.plain("\n• ").append(writer.line(event));
    }
    if (shown.size() > MOST_EVENTS) {
      text.plain("\n" + phrases.get("events.more", shown.size() - MOST_EVENTS));
    }
    return text.build();
  }

  /** The questions asked most that the files answer; the others only where too few are left. */
  List<List<Button>> questions() {
    var answered = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (String topic : QUESTIONS) {
      (isAnswered(turn.topic(topic, null)) ? answered : others).add(topic);
    }
    answered.addAll(others);
    String eventId = turn.topic("time", null).content().eventId();
    var keyboard = new Keyboard();
    answered.stream()
        .limit(TOP_QUESTIONS)
        .forEach(topic -> keyboard.topic(phrases.get("button." + topic), topic, eventId));
    return keyboard.rows();
  }

  private static boolean isAnswered(Answer answer) {
    return switch (answer) {
      case Answer.FactAnswer ignored -> true;
      case Answer.PassageAnswer ignored -> true;
      case Answer.Clarification ignored -> true;
      case Answer.SmallTalk ignored -> false;
      case Answer.NotKnown ignored -> false;
      case Answer.OutOfScope ignored -> false;
    };
  }

  /** The reply to {@code /pomoc}. */
  List<OutgoingMessage> help() {
    return turn.say(phrases.get("help", commands()), questions());
  }

  /** The commands, a line each. */
  String commands() {
    var lines = new StringJoiner("\n");
    CommandMenu.commands(phrases)
        .forEach(command -> lines.add("/" + command.name() + " – " + command.description()));
    return lines.toString();
  }
}
