package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;

/**
 * When the bot asked "are you sure?". It stands in the button's data, because an old question in a
 * chat can be pressed years later by a thumb that scrolls.
 */
final class Fresh {
  static final Duration LIFE = Duration.ofMinutes(15);

  private static final int RADIX = 36;

  private Fresh() {}

  static String at(Instant asked) {
    return Long.toString(asked.getEpochSecond(), RADIX);
  }

  /** Whether the question was asked a short while ago; not for what cannot be read. */
  static boolean is(String detail, Instant now) {
    try {
      Duration age =
          Duration.ofSeconds(
              Math.subtractExact(now.getEpochSecond(), Long.parseLong(detail, RADIX)));
      return !age.isNegative() && age.compareTo(LIFE) <= 0;
    } catch (NumberFormatException | ArithmeticException e) {
      return false;
    }
  }
}
