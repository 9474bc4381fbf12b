package pl.soclab.webinarbot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import pl.soclab.webinarbot.cli.CannotGoOn;
import pl.soclab.webinarbot.cli.CommonOptions;
import pl.soclab.webinarbot.preview.Preview;

/** Starts the whole application over a folder of its own, on free ports. */
final class Served {
  private final Path folder;

  Served(Path folder) {
    this.folder = folder;
  }

  /** Writes an announcement of a meeting on 17 February 2022 at 9:00. */
  static Served withMeeting(Path folder) throws IOException {
    Path file = folder.resolve("knowledge/wydarzenia/zebranie.md");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        ---
        tytuł: Zebranie w sprawie placu
        początek: 2022-02-17 09:00
        miejsce: świetlica
        ---
        Porozmawiamy o nowym placu zabaw.
        """);
    return new Served(folder);
  }

  /** On a stand-in that the test has started, as on Telegram; null where it could not start. */
  @Nullable ConfigurableApplicationContext on(Preview telegram, String... properties)
      throws CannotGoOn {
    var all = new ArrayList<>(Arrays.asList(properties));
    all.add("--webinar-bot.telegram-bot-token=" + telegram.token());
    all.add("--webinar-bot.telegram-api-url=" + telegram.botApi());
    return start(all);
  }

  /** On a preview of its own; null where it could not start. */
  @Nullable ConfigurableApplicationContext start(String... properties) throws CannotGoOn {
    return start(Arrays.asList(properties));
  }

  private @Nullable ConfigurableApplicationContext start(List<String> properties)
      throws CannotGoOn {
    var options =
        CommandLine.populateCommand(
            new CommonOptions(), "--knowledge", folder.resolve("knowledge").toString());
    var all = new LinkedHashMap<String, String>();
    all.put("server.port", "0");
    all.put("webinar-bot.preview-port", "0");
    all.put("webinar-bot.data-dir", folder.resolve("data").toString());
    properties.forEach(
        property -> all.put(property.substring(2, property.indexOf('=')), valueOf(property)));
    String[] arguments =
        all.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    return Application.start(options, arguments);
  }

  private static String valueOf(String property) {
    return property.substring(property.indexOf('=') + 1);
  }
}
