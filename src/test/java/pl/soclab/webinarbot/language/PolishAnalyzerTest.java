package pl.soclab.webinarbot.language;

import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;

/**
 * Lucene's own checks: terms, offsets and positions, and random input. JUnit 4 names, because
 * Lucene's framework needs them.
 */
public class PolishAnalyzerTest extends BaseTokenStreamTestCase {
  public void testQuestionWithoutDiacritics() throws Exception {
    try (var analyzer = new PolishAnalyzer()) {
      assertAnalyzesTo(
          analyzer,
          "Ktorej godzinie webinar",
          new String[] {"ktory", "godzina", "webinarium"},
          new int[] {0, 7, 16},
          new int[] {6, 15, 23},
          new int[] {1, 1, 1});
    }
  }

  public void testRandomText() throws Exception {
    try (var analyzer = new PolishAnalyzer()) {
      checkRandomData(random(), analyzer, 200);
    }
  }
}
