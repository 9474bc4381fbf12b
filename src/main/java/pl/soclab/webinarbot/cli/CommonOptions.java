package pl.soclab.webinarbot.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command can be told. */
public final class CommonOptions {
  @Option(
      names = "--knowledge",
      paramLabel = "FOLDER",
      defaultValue = "${env:KNOWLEDGE_DIR:-knowledge}",
      description =
          "Folder z plikami organizatorów; także zmienna KNOWLEDGE_DIR (domyślnie: knowledge).")
  private Path knowledge = Path.of("knowledge");

  @Option(
      names = "--now",
      paramLabel = "CZAS",
      converter = LocalTimeOption.class,
      description =
          "Od jakiej chwili ma iść zegar, w strefie wydarzenia: data z godziną, na przykład"
              + " 2022-02-16T12:00. Bez tej opcji od teraz.")
  private @Nullable LocalDateTime now;

  /** The folder of the organisers' files; it may not exist. */
  public Path knowledge() {
    return knowledge;
  }

  /** Where the clock starts, in the event's zone; null for the present. */
  public @Nullable LocalDateTime now() {
    return now;
  }
}
