package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.soclab.webinarbot.preview.TestResident;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of a running bot. */
class OperatingServeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void healthAndMetricsTellOfEverythingAndNameNobody() throws Exception {
    Served.withMeeting(folder);
    try (var context = Objects.requireNonNull(new Served(folder).start())) {
      String port = context.getEnvironment().getProperty("local.server.port", "");
      TestResident anna =
          ((Upstream.StandIn) context.getBean(Upstream.class)).preview().residents().named("Anna");
      anna.writes("o której to jest?");
      anna.awaitMessages(1, PATIENCE);
      anna.writes("czy w świetlicy jest basen?");
      anna.awaitMessages(2, PATIENCE);

      JsonNode health =
          JsonMapper.builder().build().readTree(get(port, "/actuator/health")).get("components");
      String metrics = get(port, "/actuator/prometheus");

      assertThat(health.at("/telegram/details").propertyNames()).contains("lastPoll", "backlog");
      assertThat(health.at("/knowledge/details").propertyNames()).contains("lastRead", "errors");
      assertThat(health.at("/reminders/details/next").stringValue())
          .as("a day before, which has passed; then an hour before")
          .isEqualTo("2022-02-17T07:00:00Z");
      assertThat(health.at("/reminders/details/backlog").longValue()).isZero();
      assertThat(metrics)
          .contains("bot_answers_total{kind=\"fact\",topic=\"time\"} 1.0")
          .contains("bot_thinking_seconds_bucket", "telegram_turn_seconds_bucket")
          .contains("telegram_sends_total{outcome=\"sent\"}", "telegram_poll_age_seconds")
          .contains("bot_inbox_backlog 0.0", "bot_deliveries_backlog 0.0")
          .contains("bot_knowledge_age_seconds", "bot_next_due_seconds", "bot_switched_off 0.0");
      assertThat(metrics).doesNotContain("świetlica", "Zebranie", Long.toString(anna.id()));
      assertThat(documented()).containsAll(namesIn(metrics));
    }
  }

  /** The names in the table of docs/operating.md. */
  private static Set<String> documented() throws IOException {
    return Pattern.compile("`((?:bot|telegram)\\.[a-z.]+)`")
        .matcher(Files.readString(Path.of("docs/operating.md")))
        .results()
        .map(name -> name.group(1).replace('.', '_'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Our own, without what Prometheus puts behind them. */
  private static Set<String> namesIn(String metrics) {
    return Pattern.compile("(?m)^# TYPE ((?:bot|telegram)_\\w+) ")
        .matcher(metrics)
        .results()
        .map(name -> name.group(1).replaceAll("_total$|_max$", ""))
        .map(
            name ->
                name.matches("bot_thinking_seconds|telegram_turn_seconds|telegram_poll_age_seconds")
                    ? name.replaceAll("_seconds$", "")
                    : name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String get(String port, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
