package pl.soclab.webinarbot.language;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/** Replaces each folded word by its lemmas, stacked at one position. */
final class LemmaFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final Lemmatizer lemmatizer;
  private Iterator<String> waiting = List.<String>of().iterator();
  private AttributeSource.@Nullable State word;

  LemmaFilter(TokenStream input, Lemmatizer lemmatizer) {
    super(input);
    this.lemmatizer = lemmatizer;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (waiting.hasNext()) {
      restoreState(word);
      term.setEmpty().append(waiting.next());
      position.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    waiting = lemmatizer.lemmas(term.toString()).iterator();
    word = captureState();
    term.setEmpty().append(waiting.next());
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting = List.<String>of().iterator();
    word = null;
  }
}
