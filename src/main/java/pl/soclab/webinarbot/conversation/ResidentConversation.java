package pl.soclab.webinarbot.conversation;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * Talks with residents: commands, questions in their own words, buttons. Safe for use by many
 * threads, one turn of a chat at a time.
 */
public final class ResidentConversation implements Conversation {
  private final Supplier<Answerer> answerers;
  private final InstantSource clock;
  private final BotProfile bot;
  private final ThreadMemory threads;

  /**
   * A conversation that remembers nothing yet.
   *
   * @param answerers gives the answerer over the newest snapshot; asked once a turn
   * @param clock tells what is to come and what is past, and when a thread is forgotten
   */
  public ResidentConversation(Supplier<Answerer> answerers, InstantSource clock, BotProfile bot) {
    this.answerers = answerers;
    this.clock = clock;
    this.bot = bot;
    this.threads = new ThreadMemory(clock);
  }

  @Override
  public List<OutgoingMessage> handle(IncomingMessage message) {
    var turn =
        new Turn(
            message.chat(),
            answerers.get(),
            clock.instant(),
            threads.of(message.chat()),
            message.languageCode());
    return switch (CommandParser.parse(message)) {
      case Command.Start start -> start(turn, start.eventKey());
      case Command.Help ignored -> new StartWriter(turn, turn.phrases(), bot).help();
      case Command.Privacy ignored -> say(turn, "privacy");
      case Command.Events ignored -> new EventsWriter(turn, turn.phrases()).list();
      case Command.Topic topic -> topic(turn, topic.topic(), topic.question());
      case Command.Unknown unknown -> unknown(turn, unknown.question());
      case Command.Ask ask -> ask(turn, ask.text());
      case Command.Press press -> press(turn, press.topic(), press.eventKey());
      case Command.NoneOfThese ignored -> say(turn, "none_of_these");
      case Command.StalePress ignored -> stale(turn);
      case Command.Blank ignored -> say(turn, "blank");
      case Command.TooLong ignored -> say(turn, "too_long");
      case Command.Unreadable unreadable ->
          say(turn, "medium." + unreadable.medium().name().toLowerCase(Locale.ROOT));
      case Command.Forget ignored -> forget(turn);
      case Command.Silence ignored -> List.of();
    };
  }

  private List<OutgoingMessage> start(Turn turn, @Nullable String eventKey) {
    threads.forget(turn.chat());
    Event event = turn.event(eventKey);
    if (event == null) {
      return new StartWriter(turn, turn.phrases(), bot).start();
    }
    Answer card = turn.topic("event_card", event.id());
    remember(turn, card);
    var text =
        new RichText.Builder()
            .append(
                turn.phrases().rich("start.card", new RichText.Builder().bold(bot.name()).build()))
            .plain("\n\n")
            .append(card.content().text());
    return turn.say(text.build(), Keyboard.of(card.content().suggestions()));
  }

  private List<OutgoingMessage> ask(Turn turn, String text) {
    Answer answer = turn.answer(text);
    remember(turn, answer);
    var phrases = Phrases.in(ReplyLanguage.ofText(text, turn.languageCode()));
    return new AnswerWriter(turn, phrases, bot).write(answer);
  }

  private List<OutgoingMessage> topic(Turn turn, String topic, @Nullable String question) {
    Answer answer = turn.topic(topic, turn.thread().eventId());
    if (question != null) {
      Answer asked = turn.answer(question);
      answer = isAbout(topic, asked) ? asked : turn.topic(topic, asked.content().eventId());
    }
    if (turn.events().isEmpty() && answer instanceof Answer.NotKnown) {
      return say(turn, turn.answerer().knowledge().isEmpty() ? "no_knowledge" : "no_events");
    }
    return reply(turn, answer);
  }

  /** Whether the words behind a command were understood as more of the same question. */
  private static boolean isAbout(String topic, Answer answer) {
    List<String> topics = answer.content().topics();
    boolean isGuess =
        answer instanceof Answer.Clarification && !AnswerWriter.asksForEvent(answer.content());
    return !isGuess && !topics.isEmpty() && topics.getFirst().equals(topic);
  }

  /** A command that does not exist but names a fact ({@code /haslo}) is answered with it. */
  private List<OutgoingMessage> unknown(Turn turn, String question) {
    // No thread: any name at all would be taken for a follow-up.
    Answer answer = turn.answerer().answer(Question.of(question), turn.now());
    boolean isWord =
        Word.of(question).stream().anyMatch(word -> Lemmatizer.polish().knows(word.folded()));
    if (isWord && namesFact(answer)) {
      return reply(turn, answer);
    }
    var commands = new StartWriter(turn, turn.phrases(), bot).commands();
    return turn.say(turn.phrases().get("unknown_command", commands), List.of());
  }

  private static boolean namesFact(Answer answer) {
    return switch (answer) {
      case Answer.FactAnswer fact -> !fact.content().topics().isEmpty();
      case Answer.Clarification asking -> AnswerWriter.asksForEvent(asking.content());
      case Answer.PassageAnswer ignored -> false;
      case Answer.SmallTalk ignored -> false;
      case Answer.NotKnown ignored -> false;
      case Answer.OutOfScope ignored -> false;
    };
  }

  private List<OutgoingMessage> press(Turn turn, String topic, @Nullable String eventKey) {
    Event event = turn.event(eventKey);
    if (eventKey != null && event == null) {
      return say(turn, "event_gone");
    }
    String eventId = event == null ? turn.thread().eventId() : event.id();
    Answer answer = turn.topic(topic, eventId);
    return answer.content().topics().contains(topic) ? reply(turn, answer) : stale(turn);
  }

  private List<OutgoingMessage> stale(Turn turn) {
    if (turn.answerer().knowledge().isEmpty()) {
      return say(turn, "no_knowledge");
    }
    var questions = new StartWriter(turn, turn.phrases(), bot).questions();
    return turn.say(turn.phrases().get("stale_button"), questions);
  }

  private List<OutgoingMessage> reply(Turn turn, Answer answer) {
    remember(turn, answer);
    return new AnswerWriter(turn, turn.phrases(), bot).write(answer);
  }

  /** One of the bot's own sentences, with a way on under it. */
  private static List<OutgoingMessage> say(Turn turn, String key) {
    Phrases phrases = turn.phrases();
    var ways =
        new Keyboard()
            .topic(phrases.get("button.help"), "help", null)
            .topic(phrases.get("button.events"), "events", null);
    return turn.say(phrases.get(key), ways.rows());
  }

  private List<OutgoingMessage> forget(Turn turn) {
    threads.forget(turn.chat());
    return List.of();
  }

  /**
   * Keeps what a follow-up may lean on. Small talk and what was not understood leave the thread as
   * it was. Where the bot asks which event is meant, the topic is kept, so that "o warsztaty" is
   * enough; where it asks what is meant, its guesses are not.
   */
  private void remember(Turn turn, Answer answer) {
    Answer.Content content = answer.content();
    switch (answer) {
      case Answer.FactAnswer ignored -> remember(turn, content);
      case Answer.PassageAnswer ignored -> remember(turn, content);
      case Answer.NotKnown ignored -> remember(turn, content);
      case Answer.Clarification ignored -> {
        boolean asksForEvent = AnswerWriter.asksForEvent(content);
        List<String> topics = asksForEvent ? content.topics() : List.of();
        String eventId = asksForEvent ? null : turn.thread().eventId();
        threads.remember(turn.chat(), new Question.Thread(topics, eventId));
      }
      case Answer.SmallTalk ignored -> {}
      case Answer.OutOfScope ignored -> {}
    }
  }

  private void remember(Turn turn, Answer.Content content) {
    if (!content.topics().isEmpty()) {
      threads.remember(turn.chat(), new Question.Thread(content.topics(), content.eventId()));
    }
  }
}
