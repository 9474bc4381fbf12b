package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How long the packaged program takes to answer one question and end. */
final class Start {
  private static final Path JAR = Path.of("target/webinar-bot.jar");
  private static final int TIMES = 9;

  private Start() {}

  /** A sentence with the median. */
  static String measured() throws IOException {
    if (!Files.exists(JAR)) {
      return "Start of ask: not measured, for there is no " + JAR + ".";
    }
    var millis = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      int status = ask();
      millis[i] = (System.nanoTime() - start) / 1_000_000;
      if (status != 0) {
        throw new IllegalStateException("ask ended with " + status);
      }
    }
    Arrays.sort(millis);
    return "Start of ask: %d ms (median of %d, from %d to %d ms)."
        .formatted(millis[TIMES / 2], TIMES, millis[0], millis[TIMES - 1]);
  }

  private static int ask() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-jar",
                    JAR.toString(),
                    "ask",
                    "--knowledge",
                    "knowledge",
                    "haslo do zooma"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
