package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.soclab.webinarbot.preview.PreviewSettings.startingAt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import pl.soclab.webinarbot.desk.Inviting;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.SentMessage;
import pl.soclab.webinarbot.preview.TestResident;

/** The whole program on a stand-in, as on Telegram, where nobody is an organiser at first. */
class OrganisersServeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant DAY_BEFORE = Instant.parse("2022-02-16T11:00:00Z");
  private static final Pattern COMMAND = Pattern.compile("/organizator [A-Z0-9-]{11}");

  @TempDir Path folder;
  private Served served = new Served(Path.of(""));

  @BeforeEach
  void anAnnouncement() throws IOException {
    served = Served.withMeeting(folder);
  }

  private static ConfigurableApplicationContext started(
      @org.jspecify.annotations.Nullable ConfigurableApplicationContext context) {
    return Objects.requireNonNull(context, "It did not start; the log says why");
  }

  private static String codeOf(ConfigurableApplicationContext context) {
    String line = Objects.requireNonNull(context.getBean(Inviting.class).atStart());
    Matcher command = COMMAND.matcher(line);
    assertThat(command.find()).as(line).isTrue();
    return command.group();
  }

  private static SentMessage last(TestResident resident, int messages) {
    return resident.awaitMessages(messages, PATIENCE).getLast();
  }

  @Test
  void organiserPairsAndSwitchesTheBotOffAndOn() throws Exception {
    try (var telegram = Preview.start(startingAt(DAY_BEFORE).onPort(0))) {
      TestResident anna = telegram.residents().named("Anna");
      TestResident bartek = telegram.residents().named("Bartek");
      try (var context = started(served.on(telegram))) {
        anna.writes("/plan");
        assertThat(last(anna, 1).text()).startsWith("Przepraszam");
        anna.writes(codeOf(context));
        assertThat(last(anna, 2).text()).startsWith("Ta rozmowa należy teraz do organizatora");
        assertThat(telegram.log().awaitCalls("setMyCommands", 2, PATIENCE).getLast().parameters())
            .asString()
            .contains("organizatorzy_bota", Long.toString(anna.id()));

        anna.writes("/wylacz Awaria <sali>");
        anna.presses(last(anna, 4), "Tak, wyłącz bota");
        assertThat(last(anna, 5).text()).startsWith("Bot jest wyłączony.");
        bartek.writes("o której to jest?");
        assertThat(last(bartek, 1).text()).contains("powód: „Awaria <sali>”");
        Health health = context.getBean(SwitchHealth.class).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("off", true);
      }
      try (var context = started(served.on(telegram))) {
        assertThat(context.getBean(Inviting.class).atStart()).as("Anna is one").isNull();
        bartek.writes("o której to jest?");
        assertThat(last(bartek, 2).text()).contains("Organizatorzy wyłączyli");
        anna.writes("/wlacz");
        assertThat(last(anna, 6).text()).startsWith("Bot jest włączony:");
        bartek.writes("o której to jest?");
        assertThat(last(bartek, 3).text()).contains("9:00");
      }
    }
  }
}
