package pl.soclab.webinarbot.language;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Text to the {@link Grams} of its folded words for Lucene, those of a word at one position. */
public final class GramAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    var source = new StandardTokenizer();
    return new TokenStreamComponents(source, new StackFilter(new FoldingFilter(source), Grams::of));
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return new FoldingFilter(in);
  }
}
