package pl.soclab.webinarbot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what careless typing costs: all sets without diacritics, and with two letters swapped in
 * the longest word of each question. As in {@link AccuracyTest}, a move of the figures in {@code
 * mistyped.properties} in either direction fails.
 */
class RobustnessTest {
  @TempDir Path folder;

  static Stream<String> sets() throws IOException {
    return QuestionSet.names();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void figuresStandAsMeasured(String set) throws IOException {
    String expected = QuestionSet.figures("mistyped.properties").getProperty(set);

    var measured = MistypedSet.of(QuestionSet.read(set, folder));

    assertThat(measured).hasToString(expected);
  }
}
