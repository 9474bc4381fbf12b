package pl.soclab.webinarbot.conversation;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pl.soclab.webinarbot.answering.Answer;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.answering.Question;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/** Tells the end of messages in commands, buttons and plain words, as the conversation does. */
public final class FloodReplies implements Flood {
  private final Supplier<Answerer> answerers;
  private final Predicate<ChatId> organisers;
  private final InstantSource clock;

  /**
   * Wires it.
   *
   * @param answerers gives the answerer over the newest snapshot
   * @param organisers whose chats more is heard from: they upload and press in quick succession
   */
  public FloodReplies(
      Supplier<Answerer> answerers, Predicate<ChatId> organisers, InstantSource clock) {
    this.answerers = answerers;
    this.organisers = organisers;
    this.clock = clock;
  }

  @Override
  public boolean endsMessages(IncomingMessage message) {
    return switch (CommandParser.parse(message)) {
      case Command.Stop ignored -> true;
      case Command.ReminderPress press -> press.action() == ReminderAction.STOP;
      case Command.Ask ask -> endsMessages(ask.text());
      case Command.Press ignored -> false;
      case Command.Leave ignored -> false;
      case Command.Move ignored -> false;
      case Command.Silence ignored -> false;
      case Command.Privacy ignored -> false;
      case Command.MyData ignored -> false;
      case Command.DeleteData ignored -> false;
      case Command.DeletePress ignored -> false;
      case Command.Start ignored -> false;
      case Command.Help ignored -> false;
      case Command.Events ignored -> false;
      case Command.Topic ignored -> false;
      case Command.Remind ignored -> false;
      case Command.AskPerson ignored -> false;
      case Command.HandoverPress ignored -> false;
      case Command.Watch ignored -> false;
      case Command.ListReminders ignored -> false;
      case Command.Unknown ignored -> false;
      case Command.NoneOfThese ignored -> false;
      case Command.StalePress ignored -> false;
      case Command.Blank ignored -> false;
      case Command.TooLong ignored -> false;
      case Command.Unreadable ignored -> false;
    };
  }

  private boolean endsMessages(String text) {
    // Cheaper than an answer, and without these words none would end anything.
    if (Wish.of(text) != Wish.DONE) {
      return false;
    }
    var question = new Question(text, Question.Thread.none());
    Answer answer = answerers.get().answer(question, clock.instant());
    return answer.content().topics().equals(List.of("unsubscribe"))
        && !(answer instanceof Answer.PassageAnswer);
  }

  @Override
  public boolean isPatientWith(ChatId privateChat) {
    return organisers.test(privateChat);
  }

  @Override
  public List<OutgoingMessage> notice(IncomingMessage message) {
    ReplyLanguage language =
        message.content() instanceof IncomingMessage.Text(String text)
            ? ReplyLanguage.ofText(text, message.languageCode())
            : ReplyLanguage.ofTelegram(message.languageCode());
    return List.of(OutgoingMessage.text(message.chat(), Phrases.in(language).get("too_many")));
  }
}
