package pl.soclab.webinarbot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the quality of the answers: the figures in {@code expected.properties} are what was
 * measured last, and a move in either direction fails, so that no change of them goes unseen. A
 * better figure is written into the file in the commit that reached it.
 */
class AccuracyTest {
  @TempDir Path folder;

  static Stream<String> sets() throws IOException {
    return QuestionSet.names();
  }

  /** The line of a set: {@code clock | answerable right | others refused | wrong}. */
  @ParameterizedTest
  @MethodSource("sets")
  void figuresStandAsMeasured(String set) throws IOException {
    String line = QuestionSet.figures("expected.properties").getProperty(set);

    Report report = QuestionSet.read(set, folder).ask();

    assertThat(figures(line.split("\\|")[0].strip(), report)).isEqualTo(line);
  }

  private static String figures(String clock, Report report) {
    long answerable = count(report, true, false);
    long others = count(report, false, false);
    return "%s | %d/%d | %d/%d | %d"
        .formatted(
            clock,
            count(report, true, true),
            answerable,
            count(report, false, true),
            others,
            report.count(Verdict.WRONG));
  }

  private static long count(Report report, boolean answerable, boolean onlyRight) {
    return report.outcomes().stream()
        .filter(outcome -> outcome.question().answerable() == answerable)
        .filter(outcome -> !onlyRight || outcome.verdict() == Verdict.RIGHT)
        .count();
  }
}
