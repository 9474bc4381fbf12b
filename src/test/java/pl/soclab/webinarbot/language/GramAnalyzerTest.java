package pl.soclab.webinarbot.language;

import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;

/** Likewise: one word without grams would take the whole index down. */
public class GramAnalyzerTest extends BaseTokenStreamTestCase {
  public void testWordWithoutLettersIsOneTerm() throws Exception {
    try (var analyzer = new GramAnalyzer()) {
      // Two marks of Thai's, of which folding leaves nothing.
      assertAnalyzesTo(analyzer, "\u0E31\u0E34 a", new String[] {"", "<a>"}, new int[] {1, 1});
    }
  }

  public void testRandomText() throws Exception {
    try (var analyzer = new GramAnalyzer()) {
      checkRandomData(random(), analyzer, 200);
    }
  }
}
