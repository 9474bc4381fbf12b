package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/** What a broadcast keeps in memory. */
final class SendingHeap {
  private static final Duration LEAST = Duration.ofSeconds(15);
  private static final Duration MOST = Duration.ofSeconds(90);

  private SendingHeap() {}

  /**
   * The highest use of the heap after a collection while a broadcast to so many leaves as fast as
   * it can, at least until all recipients are written down.
   */
  static String of(int recipients) throws IOException, InterruptedException {
    try (var bot = new SendingBot(SendingTimes.LIFTED).subscribed(recipients)) {
      long before = usedAfterCollection();
      long broadcast = bot.broadcast();
      bot.sends();
      long start = System.nanoTime();
      long most = 0;
      long writtenDown = 0;
      while (!isOver(start, writtenDown == recipients)) {
        Thread.sleep(Duration.ofSeconds(1));
        most = Math.max(most, usedAfterCollection());
        writtenDown = bot.writtenDown(broadcast);
      }
      return String.format(
          Locale.ROOT,
          "%.0f MB (%.0f MB before; %,d written down, %,d sent) | flat",
          most / 1e6,
          before / 1e6,
          writtenDown,
          bot.telegram().sent());
    }
  }

  private static boolean isOver(long start, boolean allWrittenDown) {
    Duration passed = Duration.ofNanos(System.nanoTime() - start);
    return passed.compareTo(allWrittenDown ? LEAST : MOST) > 0;
  }

  private static long usedAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
