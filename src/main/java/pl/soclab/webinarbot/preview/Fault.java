package pl.soclab.webinarbot.preview;

import java.time.Duration;
import java.util.Map;

/** A way in which a call of the Bot API goes wrong. For tests. */
public sealed interface Fault {
  /**
   * The method is not run; the Bot API's own refusal comes back.
   *
   * @param parameters {@code ResponseParameters}; empty for none
   */
  record Refused(int code, String description, Map<String, Long> parameters) implements Fault {
    public Refused {
      parameters = Map.copyOf(parameters);
    }
  }

  /** The method is not run; a proxy's page in HTML comes back, not JSON. */
  record ErrorPage(int status) implements Fault {}

  /** The method is run after a while. */
  record Delayed(Duration by) implements Fault {}

  /** The connection drops and the method is not run. */
  record DroppedBefore() implements Fault {}

  /** The method is run, and then the connection drops without an answer. */
  record DroppedAfter() implements Fault {}

  /** The method is run, half of the answer comes, and the connection drops. */
  record HalfAnswer() implements Fault {}

  /** 429, to be tried again after so many seconds. */
  static Fault tooManyRequests(int retryAfterSeconds) {
    return new Refused(
        429,
        "Too Many Requests: retry after " + retryAfterSeconds,
        Map.of("retry_after", (long) retryAfterSeconds));
  }

  /** 403, as of a resident who blocked the bot. */
  static Fault forbidden() {
    return new Refused(403, "Forbidden: bot was blocked by the user", Map.of());
  }

  /** 400 with Telegram's words, which begin with "Bad Request: ". */
  static Fault badRequest(String reason) {
    return new Refused(400, "Bad Request: " + reason, Map.of());
  }
}
