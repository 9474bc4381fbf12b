package pl.soclab.webinarbot.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in Polish what picocli would say in English, and where help is. */
final class WrongUsage implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(sentence(wrong));
    err.println("Pomoc: " + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String sentence(ParameterException wrong) {
    return switch (wrong) {
      case MissingParameterException missing ->
          "Brakuje: "
              + missing.getMissing().stream()
                  .map(WrongUsage::name)
                  .collect(Collectors.joining(", "))
              + ".";
      case UnmatchedArgumentException unmatched ->
          "Nieznane polecenie lub opcja: " + String.join(" ", unmatched.getUnmatched()) + ".";
      case OverwrittenOptionException twice ->
          "Opcja podana dwa razy: " + name(twice.getOverwritten()) + ".";
      default ->
          wrong.getArgSpec() == null
              ? "Nie rozumiem tego polecenia."
              : "Zła wartość opcji "
                  + name(wrong.getArgSpec())
                  + ": "
                  + wrong.getValue()
                  + ". "
                  + String.join(" ", wrong.getArgSpec().description());
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
