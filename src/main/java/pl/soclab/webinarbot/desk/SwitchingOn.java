package pl.soclab.webinarbot.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.desk.BotSwitch.Switching;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/** {@code /wlacz}: what waited leaves if it is still of use, as after a stop of the program. */
final class SwitchingOn {
  private final SwitchState state;

  SwitchingOn(SwitchState state) {
    this.state = state;
  }

  List<OutgoingMessage> switchOn(DeskTurn turn) {
    Switching before = state.last();
    boolean changed =
        before != null && before.off() && state.change(turn, before.revision(), false, "");
    @Nullable Switching last = state.last();
    if (last != null && !last.off()) {
      state.tell(turn, last);
    }
    return turn.say(changed ? DeskPhrases.get("on.done") : SwitchState.sentence(turn, last));
  }
}
