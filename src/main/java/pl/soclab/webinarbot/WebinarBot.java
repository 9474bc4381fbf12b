package pl.soclab.webinarbot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import pl.soclab.webinarbot.cli.RawArguments;
import pl.soclab.webinarbot.cli.WebinarBotCommand;

/** Starts the program. */
public final class WebinarBot {
  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal.vectorization");

  private WebinarBot() {}

  /** Runs a command of the command line; {@code serve} where none is named. */
  public static void main(String[] args) {
    // It advises an incubator module that vectors would need, and the bot has none.
    LUCENE.setLevel(Level.SEVERE);
    System.exit(
        WebinarBotCommand.run(
            Application::serve,
            Rehearsal::run,
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            RawArguments.mend(args)));
  }

  /** Polish needs UTF-8 even where the platform's own charset is ASCII. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
