package pl.soclab.webinarbot.conversation;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.questions.ToldFacts;
import pl.soclab.webinarbot.questions.Watches;
import pl.soclab.webinarbot.reminders.Subscriptions;

/**
 * The residents' conversation with an off switch. While the bot is off, whatever a resident asks is
 * answered with {@link OffNotice}; only what ends messages, what tells of privacy and of one's own
 * data, and what Telegram reports (blocked, moved) goes on as ever.
 */
public final class Switched implements Conversation {
  /** What may be said in plain words too; ids of {@code topics.yaml}. */
  private static final Set<String> ALWAYS = Set.of("unsubscribe", "privacy");

  private final Conversation residents;
  private final OffSwitch off;
  private final Supplier<Answerer> answerers;
  private final Unsubscribing unsubscribing;
  private final Predicate<ChatId> organisers;
  private final InstantSource clock;

  /**
   * A switch before a conversation.
   *
   * @param answerers gives the answerer over the newest snapshot; asked once a turn
   * @param subscriptions those of a chat that blocked the bot go on when it starts again
   * @param handing what a chat handed to a person, which its end of messages withdraws
   * @param told what a chat was told, likewise
   * @param watches what a chat waits for, likewise
   * @param organisers who is told how the bot is switched on again
   */
  public Switched(
      Conversation residents,
      OffSwitch off,
      Supplier<Answerer> answerers,
      Subscriptions subscriptions,
      Handing handing,
      ToldFacts told,
      Watches watches,
      Predicate<ChatId> organisers,
      InstantSource clock) {
    this.residents = residents;
    this.off = off;
    this.answerers = answerers;
    this.unsubscribing = new Unsubscribing(subscriptions, handing, told, watches);
    this.organisers = organisers;
    this.clock = clock;
  }

  @Override
  public List<OutgoingMessage> handle(IncomingMessage message) {
    String reason = off.reason();
    if (reason == null) {
      return residents.handle(message);
    }
    var turn =
        new Turn(
            message.chat(),
            answerers.get(),
            clock.instant(),
            message.at(),
            Question.Thread.none(),
            message.languageCode(),
            message.chatType() == IncomingMessage.ChatType.PRIVATE);
    return switch (CommandParser.parse(message)) {
      case Command.Stop ignored -> residents.handle(message);
      case Command.Privacy ignored -> residents.handle(message);
      case Command.MyData ignored -> residents.handle(message);
      case Command.DeleteData ignored -> residents.handle(message);
      case Command.DeletePress ignored -> residents.handle(message);
      case Command.Leave ignored -> residents.handle(message);
      case Command.Move ignored -> residents.handle(message);
      case Command.Silence ignored -> List.of();
      case Command.Ask ask ->
          isAlwaysAnswered(turn, ask.text())
              ? residents.handle(message)
              : notice(turn, reason, ReplyLanguage.ofText(ask.text(), turn.languageCode()), null);
      case Command.ReminderPress press ->
          press.action() == ReminderAction.STOP || press.action() == ReminderAction.OFF
              ? residents.handle(message)
              : notice(turn, reason, press.language(), press.eventKey());
      case Command.Press press ->
          ALWAYS.contains(press.topic())
              ? residents.handle(message)
              : notice(turn, reason, press.eventKey());
      case Command.Start start -> start(turn, reason, start.link());
      case Command.Help ignored -> notice(turn, reason, null);
      case Command.Events ignored -> notice(turn, reason, null);
      case Command.Topic ignored -> notice(turn, reason, null);
      case Command.Remind ignored -> notice(turn, reason, null);
      case Command.AskPerson ignored -> notice(turn, reason, null);
      case Command.HandoverPress ignored -> notice(turn, reason, null);
      case Command.Watch ignored -> notice(turn, reason, null);
      case Command.ListReminders ignored -> notice(turn, reason, null);
      case Command.Unknown ignored -> notice(turn, reason, null);
      case Command.NoneOfThese ignored -> notice(turn, reason, null);
      case Command.StalePress ignored -> notice(turn, reason, null);
      case Command.Blank ignored -> notice(turn, reason, null);
      case Command.TooLong ignored -> notice(turn, reason, null);
      case Command.Unreadable ignored -> notice(turn, reason, null);
    };
  }

  /** Whether the words mean an end of messages, or privacy, and nothing else. */
  private static boolean isAlwaysAnswered(Turn turn, String text) {
    Answer answer = turn.answer(text);
    List<String> topics = answer.content().topics();
    return topics.size() == 1
        && ALWAYS.contains(topics.getFirst())
        && !(answer instanceof Answer.PassageAnswer);
  }

  /** Reminders that rested while the bot was blocked go on, and are told of. */
  private List<OutgoingMessage> start(Turn turn, String reason, @Nullable String link) {
    RichText welcome = unsubscribing.welcome(turn, turn.phrases());
    var text = new RichText.Builder().append(text(turn, reason, turn.phrases(), link));
    if (!welcome.spans().isEmpty()) {
      text.plain("\n\n").append(welcome);
    }
    return turn.say(text.build(), List.of());
  }

  private List<OutgoingMessage> notice(Turn turn, String reason, @Nullable String eventKey) {
    return turn.say(text(turn, reason, turn.phrases(), eventKey), List.of());
  }

  private List<OutgoingMessage> notice(
      Turn turn, String reason, ReplyLanguage language, @Nullable String eventKey) {
    return turn.say(text(turn, reason, Phrases.in(language), eventKey), List.of());
  }

  private RichText text(Turn turn, String reason, Phrases phrases, @Nullable String eventKey) {
    Event event = turn.event(eventKey);
    var text =
        new RichText.Builder()
            .append(OffNotice.in(phrases, reason, turn.answerer().knowledge(), event, turn.now()));
    if (organisers.test(turn.chat())) {
      text.plain("\n\n" + phrases.get("off.organiser"));
    }
    return text.build();
  }
}
