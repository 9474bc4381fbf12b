package pl.soclab.webinarbot.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.conversation.OffNotice;
import pl.soclab.webinarbot.desk.Awaited.Kind;
import pl.soclab.webinarbot.desk.Awaited.Wait;
import pl.soclab.webinarbot.desk.BotSwitch.Switching;
import pl.soclab.webinarbot.messaging.Button;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/**
 * {@code /wylacz}: the reason, what residents will read, a question, and then the change. A button
 * changes nothing but the state it was shown in, and with no reason but that above it.
 */
final class SwitchingOff {
  /** One sentence; with the rest of the notice it stays below the length of an answer. */
  static final int LONGEST = 300;

  private final Awaited awaited;
  private final SwitchState state;

  SwitchingOff(Awaited awaited, SwitchState state) {
    this.awaited = awaited;
    this.state = state;
  }

  /** Asks for the reason; where the bot is off already, says so. */
  List<OutgoingMessage> ask(DeskTurn turn) {
    Switching last = state.last();
    if (last != null && last.off()) {
      return turn.say(SwitchState.sentence(turn, last));
    }
    expect(turn, "");
    return turn.say(DeskPhrases.get("off.ask", LONGEST), cancel());
  }

  private void expect(DeskTurn turn, String reason) {
    awaited.expect(turn.chat(), new Wait(Kind.REASON_TO_SWITCH_OFF, reason, turn.now()));
  }

  private static List<Button> cancel() {
    return List.of(SwitchPress.no(DeskPhrases.get("button.cancel")));
  }

  /** Something that is no text came while a reason was awaited. */
  List<OutgoingMessage> onlyText(DeskTurn turn) {
    return turn.say(DeskPhrases.get("off.only_text"), cancel());
  }

  /** Shows what residents will read, and asks. */
  List<OutgoingMessage> propose(DeskTurn turn, String typed) {
    String reason = inOneLine(typed);
    if (reason.isEmpty() || reason.length() > LONGEST) {
      expect(turn, "");
      return turn.say(refusal(reason), cancel());
    }
    expect(turn, reason);
    return question(turn, reason, "");
  }

  private static String refusal(String reason) {
    return reason.isEmpty()
        ? DeskPhrases.get("off.empty")
        : DeskPhrases.get(
            "off.too_long", DeskPhrases.counted("characters", reason.length()), LONGEST);
  }

  /** It stands within a sentence. */
  static String inOneLine(String typed) {
    return typed.strip().replaceAll("\\s+", " ");
  }

  private List<OutgoingMessage> question(DeskTurn turn, String reason, String before) {
    Switching last = state.last();
    boolean isOff = last != null && last.off();
    var reply = new ArrayList<OutgoingMessage>();
    reply.add(
        new OutgoingMessage(
            turn.chat(),
            OffNotice.inPolish(reason, turn.knowledge(), turn.now()),
            List.of(),
            null));
    reply.addAll(
        turn.say(
            before + DeskPhrases.get(isOff ? "off.confirm.reason" : "off.confirm"),
            List.of(
                SwitchPress.yes(
                    DeskPhrases.get(isOff ? "button.off.reason" : "button.off.yes"),
                    SwitchState.revision(last),
                    Fresh.at(turn.now()),
                    reason),
                SwitchPress.no(DeskPhrases.get("button.off.no")))));
    return reply;
  }

  /** "Tak, wyłącz bota": the only place where it is switched off. */
  List<OutgoingMessage> confirm(DeskTurn turn, SwitchPress press) {
    String reason = awaited(turn, press);
    if (reason != null && Fresh.is(press.asked(), turn.now())) {
      state.change(turn, press.revision(), true, reason);
    }
    Switching last = state.last();
    if (last != null && isDone(turn, press, last)) {
      state.tell(turn, last);
      if (reason != null) {
        awaited.end(turn.chat());
      }
      return turn.say(DeskPhrases.get("off.done"));
    }
    if (reason == null) {
      return turn.say(DeskPhrases.get("off.stale_button"));
    }
    if (press.revision() != SwitchState.revision(last)) {
      awaited.end(turn.chat());
      return turn.say(DeskPhrases.get("off.meanwhile") + " " + SwitchState.sentence(turn, last));
    }
    expect(turn, reason);
    return question(turn, reason, DeskPhrases.get("off.stale") + "\n\n");
  }

  /** The reason above the button, where it still waits to be confirmed. */
  private @Nullable String awaited(DeskTurn turn, SwitchPress press) {
    Wait wait = awaited.of(turn.chat());
    boolean isIt =
        wait != null
            && wait.kind() == Kind.REASON_TO_SWITCH_OFF
            && SwitchPress.key(wait.subject()).equals(press.reason());
    return isIt && wait != null ? wait.subject() : null;
  }

  /** Whether what holds is what this button asked for, now or in a turn that broke. */
  private static boolean isDone(DeskTurn turn, SwitchPress press, Switching last) {
    return last.off()
        && last.revision() == press.revision() + 1
        && last.by().equals(turn.chat())
        && SwitchPress.key(last.reason()).equals(press.reason());
  }
}
