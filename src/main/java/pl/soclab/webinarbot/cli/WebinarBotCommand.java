package pl.soclab.webinarbot.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program's command line. Without a command it serves. */
@Command(
    name = "webinar-bot",
    description =
        "Bot, który odpowiada w Telegramie na pytania o wydarzenie z plików organizatorów."
            + " Bez polecenia uruchamia bota, jak serve.")
public final class WebinarBotCommand implements Callable<Integer> {
  /** Runs the bot until it is stopped, or has done what it was started for. */
  @FunctionalInterface
  public interface Server {
    /**
     * Serves.
     *
     * @return the exit status
     * @throws CannotGoOn if it could not start, or could not do what it was started for
     */
    int serve(CommonOptions options) throws CannotGoOn;
  }

  /** {@code serve} by its name. */
  @Command(
      name = "serve",
      description = "Uruchamia bota w Telegramie, a bez TELEGRAM_BOT_TOKEN podgląd w przeglądarce.")
  private static final class ServeCommand implements Callable<Integer> {
    private final Server server;
    @Mixin private CommonOptions options = new CommonOptions();

    ServeCommand(Server server) {
      this.server = server;
    }

    @Override
    public Integer call() throws CannotGoOn {
      return server.serve(options);
    }
  }

  /** {@code rehearse}. */
  @Command(
      name = "rehearse",
      description =
          "Uruchamia bota na próbę, bez Telegrama i bez danych, zadaje mu pytania i kończy.")
  private static final class RehearseCommand implements Callable<Integer> {
    private final Server rehearsal;
    @Mixin private CommonOptions options = new CommonOptions();

    RehearseCommand(Server rehearsal) {
      this.rehearsal = rehearsal;
    }

    @Override
    public Integer call() throws CannotGoOn {
      return rehearsal.serve(options);
    }
  }

  private final Server server;
  @Mixin private CommonOptions options = new CommonOptions();

  private WebinarBotCommand(Server server) {
    this.server = server;
  }

  @Override
  public Integer call() throws CannotGoOn {
    return server.serve(options);
  }

  /**
   * Runs a command.
   *
   * @param server what {@code serve} does
   * @param rehearsal what {@code rehearse} does
   * @return the exit status: 0 well, 1 findings or failures, 2 wrong usage
   */
  public static int run(
      Server server, Server rehearsal, PrintStream out, PrintStream err, String... args) {
    var command =
        new CommandLine(new WebinarBotCommand(server))
            .addSubcommand(new ServeCommand(server))
            .addSubcommand(new AskCommand())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new EvalCommand())
            .addSubcommand(new RestoreCommand())
            .addSubcommand(new RehearseCommand(rehearsal))
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler(new WrongUsage())
            .setExecutionExceptionHandler(WebinarBotCommand::report);
    PolishHelp.applyTo(command);
    int status = command.execute(args);
    command.getOut().flush();
    command.getErr().flush();
    return status;
  }

  private static int report(Exception failure, CommandLine command, CommandLine.ParseResult ignored)
      throws Exception {
    if (failure instanceof CannotGoOn reason) {
      command.getErr().println(reason.getMessage());
      return command.getCommandSpec().exitCodeOnExecutionException();
    }
    throw failure;
  }
}
