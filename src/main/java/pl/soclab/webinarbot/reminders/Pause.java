package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether nothing may be sent to residents just now, as the organisers have switched the bot off.
 * What they themselves have to know is sent all the same.
 */
@FunctionalInterface
public interface Pause {
  /** Never. */
  Pause NEVER = () -> false;

  /** Asked before each message. */
  boolean isOn();

  /**
   * A pause that is looked up now and then.
   *
   * @param source where it is looked up, such as a database
   * @param glance how old an answer may be, on the machine's own clock
   */
  static Pause glancing(BooleanSupplier source, Duration glance) {
    return new Pause() {
      private record Glance(boolean isOn, long at) {}

      private volatile Glance last = new Glance(false, System.nanoTime() - glance.toNanos());

      @Override
      public boolean isOn() {
        Glance known = last;
        if (System.nanoTime() - known.at() < glance.toNanos()) {
          return known.isOn();
        }
        Glance fresh = new Glance(source.getAsBoolean(), System.nanoTime());
        last = fresh;
        return fresh.isOn();
      }
    };
  }
}
