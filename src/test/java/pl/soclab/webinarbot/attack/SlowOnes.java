package pl.soclab.webinarbot.attack;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How long the slowest inputs took, by the time that a processor worked on them: what others do on
 * the machine does not count.
 */
public final class SlowOnes {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long NANOS = 1_000_000;
  private static final int SHOWN = 10;
  private static final int PERCENT = 100;

  private final List<Took> all = new ArrayList<>();

  private record Took(long millis, String what) {}

  /** Something that is timed. */
  @FunctionalInterface
  public interface Work<E extends Exception> {
    void run() throws E;
  }

  /**
   * Does it on this thread.
   *
   * @param what by which the input is found again
   * @throws AssertionError naming the seed, whatever goes wrong
   */
  public <E extends Exception> void time(long seed, String what, Work<E> work) {
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      work.run();
    } catch (Exception | Error e) {
      throw new AssertionError(
          "Repeat with -Dattack.seed=" + seed + " -Dattack.inputs=1: " + what, e);
    }
    took((THREADS.getCurrentThreadCpuTime() - start) / NANOS, "seed " + seed + ", " + what);
  }

  public synchronized void took(long millis, String what) {
    all.add(new Took(millis, what));
  }

  /** Begins anew. */
  public synchronized void forget() {
    all.clear();
  }

  /** Those that took longer. */
  public synchronized List<String> over(long millis) {
    return all.stream()
        .filter(took -> took.millis() > millis)
        .map(took -> took.millis() + " ms: " + took.what())
        .toList();
  }

  /** Prints how many there were, what most of them took, and the slowest. */
  public synchronized void print(String title) {
    List<Took> sorted = all.stream().sorted(Comparator.comparingLong(Took::millis)).toList();
    System.out.printf(Locale.ROOT, "%s: %d%n", title, sorted.size());
    for (double share : new double[] {50, 99, 99.9}) {
      int at = (int) Math.min(sorted.size() - 1, sorted.size() * share / PERCENT);
      System.out.printf(Locale.ROOT, "  %.1f %%: %d ms%n", share, sorted.get(at).millis());
    }
    sorted.reversed().stream()
        .limit(SHOWN)
        .forEach(took -> System.out.printf("  %d ms: %s%n", took.millis(), took.what()));
  }
}
