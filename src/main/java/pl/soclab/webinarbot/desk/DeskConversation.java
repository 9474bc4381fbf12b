package pl.soclab.webinarbot.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.ButtonPress;
import pl.soclab.webinarbot.conversation.IncomingMessage.ChatType;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.conversation.IncomingMessage.Unreadable;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.BroadcastText;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Subscriptions;

/**
 * Takes from the conversation with residents what is an organiser's: their commands, their buttons,
 * and the text of a message that they were asked for. Everything else, and everybody else, is the
 * residents' conversation's. Safe for use by many threads, one turn of a chat at a time.
 */
public final class DeskConversation implements Conversation {
  private static final Set<String> HELP = Set.of("/start", "/pomoc", "/help");

  private final Conversation residents;
  private final Organisers organisers;
  private final Supplier<Knowledge> knowledge;
  private final InstantSource clock;
  private final Drafting drafting;
  private final Sending sending;
  private final BroadcastList list;
  private final PlanWriter plan;

  /**
   * A desk over the residents' conversation.
   *
   * @param knowledge gives the newest snapshot; asked once a turn
   * @param memory tells an event that was put off from one that takes place
   * @param texts writes a broadcast as residents will read it
   * @param quiet by which the plan is told
   */
  public DeskConversation(
      Conversation residents,
      Organisers organisers,
      Broadcasts broadcasts,
      Subscriptions subscriptions,
      EventMemory memory,
      BroadcastText texts,
      Supplier<Knowledge> knowledge,
      QuietHours quiet,
      InstantSource clock) {
    this.residents = residents;
    this.organisers = organisers;
    this.knowledge = knowledge;
    this.clock = clock;
    var audiences = new Audiences(subscriptions);
    var previews = new DraftPreview(audiences, texts);
    drafting = new Drafting(broadcasts, audiences, previews);
    var statuses = new StatusWriter(broadcasts, audiences);
    sending = new Sending(broadcasts, audiences, drafting, previews, statuses);
    list = new BroadcastList(broadcasts, organisers);
    plan = new PlanWriter(broadcasts, subscriptions, memory, quiet);
  }

  @Override
  public List<OutgoingMessage> handle(IncomingMessage message) {
    DeskCommand command =
        message.content() instanceof Text(String text) && message.addressed()
            ? DeskCommand.parse(text)
            : null;
    boolean isPrivate = message.chatType() == ChatType.PRIVATE;
    if (isPrivate && organisers.contains(message.chat())) {
      var turn = new DeskTurn(message.chat(), knowledge.get(), clock.instant());
      return command == null ? other(turn, message) : command(turn, command);
    }
    return command == null ? residents.handle(message) : refuse(message, command);
  }

  private static List<OutgoingMessage> refuse(IncomingMessage message, DeskCommand command) {
    String typed = command.name().typed();
    String sentence =
        message.chatType() == ChatType.GROUP
            ? DeskPhrases.get("refused.group", typed)
            : DeskPhrases.get("refused." + typed, message.chat());
    return List.of(OutgoingMessage.text(message.chat(), sentence));
  }

  private List<OutgoingMessage> command(DeskTurn turn, DeskCommand command) {
    return switch (command.name()) {
      case ROZESLIJ -> drafting.begin(turn, command.rest());
      case PLAN -> leaving(turn, plan.write(turn));
      case ROZSYLKI -> leaving(turn, list.write(turn));
    };
  }

  private List<OutgoingMessage> other(DeskTurn turn, IncomingMessage message) {
    if (message.content() instanceof Text(String text)) {
      return words(turn, message, text.strip());
    }
    if (message.content() instanceof ButtonPress(String data)) {
      return data.startsWith(DeskPress.PREFIX)
          ? press(turn, DeskPress.parse(data))
          : leaving(turn, residents.handle(message));
    }
    Broadcast draft = message.content() instanceof Unreadable ? waiting(turn) : null;
    return draft != null && Drafting.isInTime(draft, message.at())
        ? drafting.onlyText(turn, draft)
        : residents.handle(message);
  }

  private List<OutgoingMessage> words(DeskTurn turn, IncomingMessage message, String text) {
    if (text.startsWith("/")) {
      var reply = new ArrayList<>(leaving(turn, residents.handle(message)));
      if (HELP.contains(text)) {
        reply.addAll(turn.say(DeskMenu.help()));
      }
      return reply;
    }
    Broadcast draft = drafting.inHand(turn.chat());
    if (draft == null) {
      return residents.handle(message);
    }
    boolean isInTime = Drafting.isInTime(draft, message.at());
    if (draft.content() == null) {
      return isInTime ? drafting.take(turn, draft, text) : tooLate(turn, draft, message);
    }
    // A turn that broke off behind its text comes again.
    return isInTime && draft.content().equals(text)
        ? drafting.show(turn, draft.id())
        : residents.handle(message);
  }

  private List<OutgoingMessage> tooLate(DeskTurn turn, Broadcast draft, IncomingMessage message) {
    drafting.discard(draft, turn.now());
    return joined(turn.say(DeskPhrases.get("too_late")), residents.handle(message));
  }

  /** A draft that waits for its text waits no longer; the organiser was promised it would. */
  private List<OutgoingMessage> leaving(DeskTurn turn, List<OutgoingMessage> reply) {
    Broadcast draft = waiting(turn);
    if (draft == null) {
      return reply;
    }
    drafting.discard(draft, turn.now());
    return joined(turn.say(DeskPhrases.get("left_aside")), reply);
  }

  private @Nullable Broadcast waiting(DeskTurn turn) {
    Broadcast draft = drafting.inHand(turn.chat());
    return draft != null && draft.content() == null ? draft : null;
  }

  private static List<OutgoingMessage> joined(
      List<OutgoingMessage> first, List<OutgoingMessage> then) {
    var all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private List<OutgoingMessage> press(DeskTurn turn, @Nullable DeskPress press) {
    if (press == null) {
      return turn.say(DeskPhrases.get("stale_button"));
    }
    long id = press.broadcast();
    return switch (press.action()) {
      case CHOOSE -> drafting.choose(turn, press);
      case PREVIEW -> drafting.show(turn, id);
      case TEST -> drafting.test(turn, id);
      case REWRITE -> drafting.rewrite(turn, id);
      case DISCARD -> drafting.discard(turn, id);
      case ASK_SEND -> sending.askSend(turn, id);
      case SEND -> sending.send(turn, press);
      case STATUS -> sending.status(turn, id);
      case PAUSE -> sending.pause(turn, id);
      case RESUME -> sending.resume(turn, id);
      case ASK_STOP -> sending.askStop(turn, id);
      case STOP -> sending.stop(turn, press);
    };
  }
}
