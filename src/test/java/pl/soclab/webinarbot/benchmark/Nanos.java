package pl.soclab.webinarbot.benchmark;

import java.util.Arrays;

/** How long something took, each time. */
final class Nanos {
  private final long[] sorted;

  /**
   * Of these measurements.
   *
   * @param all in any order, in nanoseconds; the caller's array stays as it is
   */
  Nanos(long[] all) {
    sorted = all.clone();
    Arrays.sort(sorted);
  }

  int count() {
    return sorted.length;
  }

  /** What so many of a hundred do not exceed, in milliseconds; 50 is the median. */
  double millis(int percent) {
    return sorted[(int) Math.min(sorted.length - 1L, (long) sorted.length * percent / 100)] / 1e6;
  }
}
