package pl.soclab.webinarbot.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import pl.soclab.webinarbot.telegram.TelegramStatus.State;

/** What an intake shows of itself: how it stands, and when Telegram last answered it. */
final class IntakeSigns {
  private final StopSignal stop;
  private final Logger log;
  private volatile State state = State.CONNECTING;
  private volatile @Nullable Long lastAnswer;

  /**
   * Signs of an intake that has not begun.
   *
   * @param log where a change of the state is told
   */
  IntakeSigns(StopSignal stop, Logger log) {
    this.stop = stop;
    this.log = log;
  }

  State state() {
    return stop.isRaised() ? State.STOPPED : state;
  }

  /** How it stood last, be it stopped since. */
  State last() {
    return state;
  }

  void changeTo(State next, String line) {
    State former = state;
    state = next;
    next.log(log, former, line);
  }

  /** Telegram answered at that moment of {@link System#nanoTime}. */
  void answered(long moment) {
    lastAnswer = moment;
  }

  /** How long ago Telegram answered; null before the first answer. */
  @Nullable Duration age() {
    Long last = lastAnswer;
    return last == null ? null : Duration.ofNanos(System.nanoTime() - last);
  }
}
