package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.reminders.Broadcast;

/**
 * Messages to all who subscribed, what will be sent when, and how a sending goes on: {@code
 * /rozeslij}, {@code /plan}, {@code /rozsylki}. Waits for the text of a draft.
 */
final class Broadcasting implements DeskPart {
  private final Drafting drafting;
  private final Sending sending;
  private final BroadcastList list;
  private final PlanWriter plan;

  Broadcasting(Drafting drafting, Sending sending, BroadcastList list, PlanWriter plan) {
    this.drafting = drafting;
    this.sending = sending;
    this.list = list;
    this.plan = plan;
  }

  @Override
  public Set<DeskCommand.Name> commands() {
    return Set.of(DeskCommand.Name.ROZESLIJ, DeskCommand.Name.PLAN, DeskCommand.Name.ROZSYLKI);
  }

  @Override
  public List<OutgoingMessage> command(DeskTurn turn, DeskCommand command) {
    return switch (command.name()) {
      case ROZESLIJ -> drafting.begin(turn, command.rest());
      case PLAN -> joined(drop(turn, "left_aside"), plan.write(turn));
      case ROZSYLKI -> joined(drop(turn, "left_aside"), list.write(turn));
      default -> throw new IllegalArgumentException("Another part takes " + command.name());
    };
  }

  @Override
  public String prefix() {
    return DeskPress.PREFIX;
  }

  @Override
  public @Nullable List<OutgoingMessage> message(DeskTurn turn, IncomingMessage message) {
    Broadcast draft = drafting.inHand(turn.chat());
    if (draft == null) {
      return null;
    }
    boolean isInTime = Drafting.isInTime(draft, message.at());
    String text = message.content() instanceof Text(String typed) ? typed.strip() : null;
    if (draft.content() == null) {
      return isInTime ? awaited(turn, draft, text) : null;
    }
    // A turn that broke off behind its text comes again.
    return isInTime && draft.content().equals(text) ? drafting.show(turn, draft.id()) : null;
  }

  private List<OutgoingMessage> awaited(DeskTurn turn, Broadcast draft, @Nullable String text) {
    return text == null ? drafting.onlyText(turn, draft) : drafting.take(turn, draft, text);
  }

  @Override
  public List<OutgoingMessage> leave(DeskTurn turn, IncomingMessage to) {
    boolean isQuestion = to.content() instanceof Text(String text) && !text.startsWith("/");
    return drop(turn, isQuestion ? "too_late" : "left_aside");
  }

  /** A draft that waits for its text waits no longer; the organiser was promised it would. */
  private List<OutgoingMessage> drop(DeskTurn turn, String sentence) {
    Broadcast draft = drafting.inHand(turn.chat());
    if (draft == null || draft.content() != null) {
      return List.of();
    }
    drafting.discard(draft, turn.now());
    return turn.say(DeskPhrases.get(sentence));
  }

  private static List<OutgoingMessage> joined(
      List<OutgoingMessage> first, List<OutgoingMessage> then) {
    var all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  @Override
  public List<OutgoingMessage> press(DeskTurn turn, String data) {
    DeskPress press = DeskPress.parse(data);
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
