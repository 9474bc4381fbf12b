package pl.soclab.webinarbot.suitelog;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Writes down what is logged by this process, whatever is shown of it: all of our own from DEBUG,
 * of others from INFO. It decides nothing.
 */
public final class SuiteLog extends TurboFilter {
  /** From the folder of the project, where Maven runs the tests. */
  static final Path FOLDER = Path.of("target", "suite-log");

  private static final String OURS = "pl.soclab.webinarbot";

  /** One a process; Spring makes a new filter for every application that it starts. */
  private static final class File {
    private static final PrintWriter OPEN = open();

    private static PrintWriter open() {
      try {
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(ProcessHandle.current().pid() + ".log");
        return new PrintWriter(
            Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND));
      } catch (IOException e) {
        throw new UncheckedIOException("The log of the suite cannot be written", e);
      }
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] params,
      @Nullable Throwable thrown) {
    Level least = logger.getName().startsWith(OURS) ? Level.DEBUG : Level.INFO;
    // Without a format it was only asked whether the level is on.
    if (format != null && level.isGreaterOrEqual(least)) {
      write(
          logger.getName()
              + " "
              + MessageFormatter.arrayFormat(format, params, thrown).getMessage());
      if (thrown != null) {
        write(logger.getName(), thrown);
      }
      for (Object param : params == null ? new Object[0] : params) {
        if (param instanceof Throwable cause) {
          write(logger.getName(), cause);
        }
      }
    }
    return FilterReply.NEUTRAL;
  }

  private static void write(String line) {
    synchronized (File.OPEN) {
      File.OPEN.println(line);
      // A process may be killed by its test.
      File.OPEN.flush();
    }
  }

  private static void write(String logger, Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      write(logger + " " + cause);
    }
  }
}
