package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class JsonLogTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  @Test
  void everyLineIsAnObjectAndAStackTraceIsPartOfOne(CapturedOutput output) throws Exception {
    Served served = Served.withMeeting(folder);

    try (var context = served.start("--webinar-bot.log-format=JSON")) {
      Objects.requireNonNull(context);
      LoggerFactory.getLogger("pl.soclab.webinarbot.Trial")
          .error("Zażółć „to”\nw dwóch wierszach", new IllegalStateException("powód\nz wierszem"));
    }

    List<JsonNode> lines = output.getAll().lines().map(JSON::readTree).toList();
    assertThat(lines).hasSizeGreaterThan(2);
    JsonNode last =
        lines.stream()
            .filter(line -> line.at("/log/logger").asString("").endsWith("Trial"))
            .findFirst()
            .orElseThrow();
    assertThat(last.get("message").stringValue()).isEqualTo("Zażółć „to”\nw dwóch wierszach");
    assertThat(last.at("/log/level").stringValue()).isEqualTo("ERROR");
    assertThat(last.at("/error/stack_trace").stringValue())
        .contains("powód\nz wierszem", "\n\tat ");
  }

  @Test
  void anotherFormatIsOneSentence(CapturedOutput output) throws Exception {
    assertThat(Served.withMeeting(folder).start("--webinar-bot.log-format=xml")).isNull();

    assertThat(output.getAll().strip())
        .endsWith("LOG_FORMAT: „xml” to nie jest postać dziennika. Proszę napisać json albo text.")
        .hasLineCount(1);
  }
}
