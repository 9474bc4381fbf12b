package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.preview.PreviewSettings.startingAt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import pl.soclab.webinarbot.preview.Fault;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestResident;

class ServeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant DAY_BEFORE = Instant.parse("2022-02-16T11:00:00Z");

  @TempDir Path folder;
  private Served served = new Served(Path.of(""));

  @BeforeEach
  void anAnnouncement() throws IOException {
    served = Served.withMeeting(folder);
  }

  @Test
  void withoutATokenTheQuestionIsAnsweredInThePreview() throws Exception {
    try (var context = started(served.start())) {
      Preview preview = ((Upstream.StandIn) context.getBean(Upstream.class)).preview();
      TestResident anna = preview.residents().named("Anna");

      anna.writes("o ktorej to jest??");

      assertThat(anna.awaitMessages(1, PATIENCE).getFirst().text()).contains("9:00");
      assertThat(preview.clock().instant())
          .as("all events are past, so it is the day before the last one")
          .isBetween(DAY_BEFORE, DAY_BEFORE.plus(Duration.ofMinutes(5)));
    }
  }

  @Test
  void questionInPiecesIsAnsweredOnce() throws Exception {
    try (var context = started(served.start())) {
      Preview preview = ((Upstream.StandIn) context.getBean(Upstream.class)).preview();
      TestResident anna = preview.residents().named("Anna");

      List.of("mam pytanie o", "to spotkanie", "gdzie", "to jest").forEach(anna::writes);

      assertThat(anna.awaitMessages(3, PATIENCE))
          .extracting(SentMessage::text)
          .satisfiesExactly(
              first -> assertThat(first).startsWith("Proszę pisać dalej"),
              second -> assertThat(second).contains("świetlica"),
              third -> assertThat(third).contains("świetlica"));
    }
  }

  @ParameterizedTest
  @CsvSource({"'', Anna, organizatorka", "501000002, Bartek, organizator"})
  void previewSaysWhoIsAnOrganiser(String listed, String name, String label) throws Exception {
    try (var context = started(served.start("--webinar-bot.organisers=" + listed))) {
      Preview preview = ((Upstream.StandIn) context.getBean(Upstream.class)).preview();

      String state = get(Integer.toString(preview.botApi().getPort()), "/api/state").body();

      assertThat(state)
          .containsOnlyOnce("\"label\":\"organizator")
          .contains("\"title\":\"" + name + "\",\"label\":\"" + label + "\"");
    }
  }

  @Test
  void questionThatWaitedWhileTheBotWasDownIsAnsweredOnce() throws Exception {
    try (var telegram = Preview.start(startingAt(DAY_BEFORE).onPort(0))) {
      TestResident anna = telegram.residents().named("Anna");
      try (var context = started(served.on(telegram))) {
        assertThat(context.isRunning()).isTrue();
        anna.writes("gdzie to jest?");
        anna.awaitMessages(1, PATIENCE);
      }

      anna.writes("o której to jest?");

      try (var context = started(served.on(telegram))) {
        assertThat(context.isRunning()).isTrue();
        assertThat(anna.awaitMessages(2, PATIENCE))
            .extracting(message -> message.text())
            .satisfiesExactly(
                first -> assertThat(first).contains("świetlica"),
                second -> assertThat(second).contains("9:00"));
      }
      assertThat(anna.received()).hasSize(2);
    }
  }

  @Test
  void questionThatWasTakenButNotAnsweredSurvivesARestart() throws Exception {
    try (var telegram = Preview.start(startingAt(DAY_BEFORE).onPort(0))) {
      TestResident anna = telegram.residents().named("Anna");
      telegram.faults().always("sendMessage", new Fault.ErrorPage(502));
      try (var context = started(served.on(telegram))) {
        assertThat(context.isRunning()).isTrue();
        anna.writes("o której to jest?");
        telegram.log().awaitCalls("sendMessage", 1, PATIENCE);
      }
      telegram.faults().clear();

      try (var context = started(served.on(telegram))) {
        assertThat(context.isRunning()).isTrue();
        assertThat(anna.awaitMessages(1, PATIENCE).getFirst().text()).contains("9:00");
      }
    }
  }

  @Test
  void healthTellsOfTelegramAndKnowledgeAndNothingElseIsExposed() throws Exception {
    try (var context = started(served.start())) {
      String port = context.getEnvironment().getProperty("local.server.port", "");
      TestResident anna =
          ((Upstream.StandIn) context.getBean(Upstream.class)).preview().residents().named("Anna");
      anna.writes("cześć");
      anna.awaitMessages(1, PATIENCE);

      HttpResponse<String> health = get(port, "/actuator/health");

      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body())
          .contains("\"telegram\"", "\"lastPoll\"", "\"backlog\"")
          .contains("\"knowledge\"", "\"events\":1");
      assertThat(get(port, "/actuator/health/liveness").body()).contains("UP");
      assertThat(get(port, "/actuator/prometheus").body()).contains("telegram_updates_taken");
      assertThat(get(port, "/actuator/env").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void stopsInLessThanFiveSeconds() throws Exception {
    ConfigurableApplicationContext context = started(served.start());
    long start = System.nanoTime();

    context.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  private static ConfigurableApplicationContext started(
      @org.jspecify.annotations.Nullable ConfigurableApplicationContext context) {
    return Objects.requireNonNull(context, "It did not start; the log says why");
  }

  private static HttpResponse<String> get(String port, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
