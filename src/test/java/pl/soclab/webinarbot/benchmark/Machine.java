package pl.soclab.webinarbot.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The machine that figures come from, and what this process has of it. */
final class Machine {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Machine() {}

  /** Where a benchmark prints: standard output in UTF-8, whatever the locale. */
  static PrintStream out() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  /** What every table says first. */
  static String described() {
    return String.format(
        Locale.ROOT,
        "%d processors, %.0f GB of memory, heap of at most %d MB, load %.1f, JDK %s",
        SYSTEM.getAvailableProcessors(),
        SYSTEM.getTotalMemorySize() / 1e9,
        Runtime.getRuntime().maxMemory() >> 20,
        load(),
        Runtime.version());
  }

  /** How many threads have wanted a processor in the last minute, this program's included. */
  static double load() {
    return SYSTEM.getSystemLoadAverage();
  }

  /** What the process has had of the processors, in nanoseconds. */
  static long busy() {
    return SYSTEM.getProcessCpuTime();
  }

  /** What is in use behind a collection, in bytes. */
  static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
