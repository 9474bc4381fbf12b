package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateBatchTest {
  private final ObjectMapper mapper = BotApi.mapper();
  private final UpdateBatch batch =
      new UpdateBatch(mapper, new TelegramMetrics(new SimpleMeterRegistry()));

  @ParameterizedTest
  @ValueSource(ints = {1_001, 100_000})
  void updateThatIsTooDeepIsLeftOutAlone(int depth) throws Exception {
    String deep = "[".repeat(depth) + "]".repeat(depth);
    var updates =
        mapper.readTree(
            "[{\"update_id\": 1, \"message\": %s}, {\"update_id\": 2}]".formatted(deep));

    assertThat(batch.read(updates)).extracting(RawUpdate::updateId).containsExactly(2L);
    assertThat(UpdateBatch.nextOffset(updates)).isEqualTo(3);
  }

  @Test
  void numberOfAThousandDigitsTakesNoBatchAlong() throws Exception {
    var updates =
        mapper.readTree(
            "[{\"update_id\": 1, \"message\": %s}, {\"update_id\": 2}]"
                .formatted("9".repeat(5_000)));

    assertThat(batch.read(updates)).extracting(RawUpdate::updateId).contains(2L);
  }
}
