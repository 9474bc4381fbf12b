package pl.soclab.webinarbot.telegram;

import java.time.Duration;

/**
 * How long the bot waits for what.
 *
 * @param longPoll how long Telegram holds a poll without updates (Bot API: 50 s at most)
 * @param firstBackOff after the first failure of a row; doubled with each
 * @param longestBackOff never longer than this
 * @param refusedPause between tries while the token is refused: only an operator can mend it
 * @param conflictPause between tries while another instance polls
 * @param stalled a poller without a sign of life for so long is started anew
 * @param typingAfter a reply that takes longer is announced as "typing"
 * @param retryTurn between two tries of a turn that broke
 * @param replyPatience how long a reply is tried before it is given up
 * @param grace how long running turns may still take when the bot stops
 */
record Timing(
    Duration longPoll,
    Duration firstBackOff,
    Duration longestBackOff,
    Duration refusedPause,
    Duration conflictPause,
    Duration stalled,
    Duration typingAfter,
    Duration retryTurn,
    Duration replyPatience,
    Duration grace) {
  static Timing standard() {
    return new Timing(
        Duration.ofSeconds(50),
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        Duration.ofMinutes(3),
        Duration.ofMillis(500),
        Duration.ofMillis(300),
        Duration.ofMinutes(10),
        Duration.ofSeconds(3));
  }

  /** The pause after that many failures in a row. */
  Duration backOff(int failures) {
    int doublings = Math.clamp(failures - 1, 0, 20);
    Duration pause = firstBackOff.multipliedBy(1L << doublings);
    return pause.compareTo(longestBackOff) < 0 ? pause : longestBackOff;
  }
}
