package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.OutgoingMessage;

/** What is known of the message that shows one broadcast's progress. Of one thread at a time. */
final class ShownProgress {
  /** Telegram takes about one message a second in a chat. */
  static final Duration PACE = Duration.ofSeconds(3);

  private static final int SLOWEST = 16;

  final PaceMeter pace = new PaceMeter();

  /** Whether nothing will ever change again. */
  boolean finished;

  /** When it was last tried to send or change it. */
  Instant tried = Instant.MIN;

  private @Nullable OutgoingMessage last;
  private Duration rest = Duration.ZERO;
  private int failures;

  /** Whether it is too early for another try. */
  boolean restsAt(Instant now) {
    // The preview's clock may have been set back.
    return !now.isBefore(tried) && now.isBefore(tried.plus(rest));
  }

  /** The chat shows this message now. */
  void succeeded(OutgoingMessage message) {
    last = message;
    failures = 0;
    rest = PACE;
  }

  /** A try failed; the next ones come less and less often. */
  void failed() {
    failures++;
    rest = PACE.multipliedBy(Math.min(failures, SLOWEST));
  }

  /** Telegram wants silence for so long. */
  void rests(Duration delay) {
    rest = delay.compareTo(PACE) > 0 ? delay : PACE;
  }

  boolean shows(OutgoingMessage message) {
    return message.equals(last);
  }

  int failures() {
    return failures;
  }
}
