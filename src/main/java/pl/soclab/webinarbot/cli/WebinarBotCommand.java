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
  /** Runs the bot until it is stopped. */
  @FunctionalInterface
  public interface Server {
    /**
     * Serves.
     *
     * @return the exit status
     * @throws CannotGoOn if it could not start
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
   * @return the exit status: 0 well, 1 findings or failures, 2 wrong usage
   */
  public static int run(Server server, PrintStream out, PrintStream err, String... args) {
    var command =
        new CommandLine(new WebinarBotCommand(server))
            .addSubcommand(new ServeCommand(server))
            .addSubcommand(new AskCommand())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new EvalCommand())
            .addSubcommand(new RestoreCommand())
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
