package pl.soclab.webinarbot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import pl.soclab.webinarbot.cli.RawArguments;
import pl.soclab.webinarbot.cli.WebinarBotCommand;

/** Starts the program. */
public final class WebinarBot {
  private WebinarBot() {}

  /** Runs a command of the command line; {@code serve} where none is named. */
  public static void main(String[] args) {
    System.exit(
        WebinarBotCommand.run(
            Application::serve,
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            RawArguments.mend(args)));
  }

  /** Polish needs UTF-8 even where the platform's own charset is ASCII. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
