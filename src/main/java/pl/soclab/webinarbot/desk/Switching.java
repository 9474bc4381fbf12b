package pl.soclab.webinarbot.desk;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.IncomingMessage;
import pl.soclab.webinarbot.conversation.IncomingMessage.Text;
import pl.soclab.webinarbot.desk.Awaited.Kind;
import pl.soclab.webinarbot.desk.Awaited.Wait;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * The off switch: {@code /wylacz} and {@code /wlacz}. A reason that waits to be confirmed stands in
 * {@link Awaited} as the subject; while none is there, the next message is it.
 */
final class Switching implements DeskPart {
  private final Awaited awaited;
  private final SwitchingOff off;
  private final SwitchingOn on;

  Switching(Awaited awaited, SwitchingOff off, SwitchingOn on) {
    this.awaited = awaited;
    this.off = off;
    this.on = on;
  }

  @Override
  public Set<DeskCommand.Name> commands() {
    return Set.of(DeskCommand.Name.WYLACZ, DeskCommand.Name.WLACZ);
  }

  @Override
  public List<OutgoingMessage> command(DeskTurn turn, DeskCommand command) {
    if (command.name() == DeskCommand.Name.WLACZ) {
      endWait(turn);
      return on.switchOn(turn);
    }
    return command.rest().isEmpty() ? off.ask(turn) : off.propose(turn, command.rest());
  }

  @Override
  public String prefix() {
    return SwitchPress.PREFIX;
  }

  @Override
  public List<OutgoingMessage> press(DeskTurn turn, String data) {
    SwitchPress press = SwitchPress.parse(data);
    if (press == null) {
      return turn.say(DeskPhrases.get("off.stale_button"));
    }
    if (press.yes()) {
      return off.confirm(turn, press);
    }
    endWait(turn);
    return turn.say(DeskPhrases.get("off.nothing"));
  }

  @Override
  public @Nullable List<OutgoingMessage> message(DeskTurn turn, IncomingMessage message) {
    Wait wait = wait(turn);
    if (wait == null || !wait.covers(message.at())) {
      return null;
    }
    String text = message.content() instanceof Text(String typed) ? typed : null;
    if (wait.subject().isEmpty()) {
      return text == null ? off.onlyText(turn) : off.propose(turn, text);
    }
    // A turn that broke off behind its text comes again.
    return text != null && wait.subject().equals(SwitchingOff.inOneLine(text))
        ? off.propose(turn, text)
        : null;
  }

  @Override
  public List<OutgoingMessage> leave(DeskTurn turn, IncomingMessage to) {
    return endWait(turn) ? turn.say(DeskPhrases.get("off.left_aside")) : List.of();
  }

  private boolean endWait(DeskTurn turn) {
    return wait(turn) != null && awaited.end(turn.chat());
  }

  private @Nullable Wait wait(DeskTurn turn) {
    Wait wait = awaited.of(turn.chat());
    return wait != null && wait.kind() == Kind.REASON_TO_SWITCH_OFF ? wait : null;
  }
}
