package pl.soclab.webinarbot.language;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Text to folded lemmas for Lucene. A word with several possible lemmas ("maja": mieć, maj) gives
 * all of them at one position, so a question and a passage meet in the right one.
 */
public final class PolishAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    var source = new StandardTokenizer();
    TokenStream folded = new FoldingFilter(source);
    return new TokenStreamComponents(source, new StackFilter(folded, Lemmatizer.polish()::lemmas));
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return new FoldingFilter(in);
  }
}
