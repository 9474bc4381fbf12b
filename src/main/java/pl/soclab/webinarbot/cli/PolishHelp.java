package pl.soclab.webinarbot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --help} and {@code --version} in Polish, for a command and all below it. */
final class PolishHelp {
  private static final int WIDTH = 100;

  private PolishHelp() {}

  static void applyTo(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Pokazuje tę pomoc.")
            .build());
    if (spec.parent() == null) {
      spec.addOption(
          OptionSpec.builder("--version")
              .versionHelp(true)
              .description("Pokazuje wersję programu.")
              .build());
      spec.versionProvider(version());
    }
    spec.usageMessage()
        .width(WIDTH)
        .synopsisHeading("Użycie: ")
        .synopsisSubcommandLabel("[POLECENIE]")
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .optionListHeading("%nOpcje:%n")
        .commandListHeading("%nPolecenia:%n");
    command.getSubcommands().values().forEach(PolishHelp::applyTo);
  }

  private static IVersionProvider version() {
    // Set in the jar's manifest by the build; a run from classes has none.
    @Nullable String version = PolishHelp.class.getPackage().getImplementationVersion();
    return () -> new String[] {"webinar-bot " + (version == null ? "(bez wersji)" : version)};
  }
}
