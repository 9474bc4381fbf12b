package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.util.Locale;

/** How long the packaged program takes to answer one question and end. */
final class Start {
  private static final int TIMES = 9;

  private Start() {}

  /** A sentence with the median. */
  static String measured() throws IOException, InterruptedException {
    if (!Layout.isPackaged()) {
      return "Start of ask: not measured, for there is no jar in target.";
    }
    var nanos = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      nanos[i] = ProcessTimes.ask(Layout.plain());
    }
    var times = new Nanos(nanos);
    return String.format(
        Locale.ROOT,
        "Start of ask: %.0f ms (median of %d, from %.0f to %.0f ms).",
        times.millis(50),
        TIMES,
        times.millis(0),
        times.millis(100));
  }
}
