package pl.soclab.webinarbot.conversation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.questions.Handovers;

/** How much one chat may ask people; what is said beyond names the numbers too. */
record HandoverLimits(Handovers handovers) {
  private static final int MOST_OPEN = 3;
  private static final int MOST_A_DAY = 10;
  private static final Duration DAY = Duration.ofDays(1);

  /** The key of why the chat may not ask now; null where it may. */
  @Nullable String refusal(Turn turn) {
    if (handovers.open(turn.chat()) >= MOST_OPEN) {
      return "handover.many_open";
    }
    boolean isMuch = handovers.handedOver(turn.chat(), turn.now().minus(DAY)) >= MOST_A_DAY;
    return isMuch ? "handover.many_today" : null;
  }
}
