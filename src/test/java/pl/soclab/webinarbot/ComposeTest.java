package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The file for Docker Compose names only settings that there are, and agrees with their defaults.
 */
class ComposeTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

  private final Map<String, Map<String, Object>> services = services();

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() {
    try (Reader file = Files.newBufferedReader(Path.of("compose.yaml"))) {
      Map<String, Object> compose = new Yaml().load(file);
      return (Map<String, Map<String, Object>>)
          Objects.requireNonNull(compose.get("services"), "services");
    } catch (IOException e) {
      throw new IllegalStateException("compose.yaml cannot be read", e);
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> settings(String service) {
    return (Map<String, String>)
        Objects.requireNonNull(service(service).get("environment"), service);
  }

  private Map<String, Object> service(String name) {
    return Objects.requireNonNull(services.get(name), name);
  }

  @Test
  void everySettingOfTheBotsIsOneThatTheProgramReads() throws IOException {
    Set<String> known =
        VARIABLE
            .matcher(Files.readString(Path.of("src/main/resources/application.yml")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    for (String bot : List.of("bot", "bot-1", "bot-2")) {
      assertThat(known).containsAll(settings(bot).keySet());
    }
  }

  @Test
  void twoInstancesAreTheSameAndNeverStartedWithTheOneBot() {
    assertThat(services.get("bot-2")).isEqualTo(services.get("bot-1"));
    assertThat(services.get("bot")).doesNotContainKey("profiles");
    for (String service : List.of("bot-1", "bot-2", "database", "proxy")) {
      assertThat(service(service).get("profiles")).isEqualTo(List.of("cluster"));
    }
  }

  @Test
  void proxyPassesOnThePathAndThePortThatTheInstancesListenOn() throws IOException {
    String file = Files.readString(Path.of("compose.yaml"));
    var address = new WebhookAddress("https://bot.gmina.example/telegram", "", "", "");

    assertThat(settings("bot-1").get("WEBHOOK_URL")).endsWith("/telegram");
    assertThat(file)
        .contains("path /telegram\n")
        .contains("bot-1:%1$d bot-2:%1$d".formatted(address.portNumber()));
  }
}
