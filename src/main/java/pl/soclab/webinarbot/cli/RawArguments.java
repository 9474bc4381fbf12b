package pl.soclab.webinarbot.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The arguments as they were typed. Where the locale is C or POSIX, as under cron or in a bare
 * container, the JVM turns every byte of "której" that is not ASCII into U+FFFD before {@code main}
 * sees it, and no option can change that; Linux still has the bytes.
 */
public final class RawArguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final char LOST = '\uFFFD';

  private RawArguments() {}

  /** The arguments, mended from the process's own command line where the JVM spoilt them. */
  public static String[] mend(String[] args) {
    return mend(args, COMMAND_LINE);
  }

  static String[] mend(String[] args, Path commandLine) {
    if (Arrays.stream(args).noneMatch(arg -> arg.indexOf(LOST) >= 0)) {
      return args;
    }
    try {
      String[] all = Files.readString(commandLine, StandardCharsets.UTF_8).split("\0", -1);
      // The last argument ends with a zero too.
      int end = all.length - 1;
      return end < args.length ? args : Arrays.copyOfRange(all, end - args.length, end);
    } catch (IOException e) {
      return args;
    }
  }
}
