package pl.soclab.webinarbot.language;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/** Replaces each folded word by several terms, stacked at one position. */
final class StackFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final Function<String, List<String>> terms;
  private Iterator<String> waiting = List.<String>of().iterator();
  private AttributeSource.@Nullable State word;

  /**
   * Reads words from a stream.
   *
   * @param terms what a word becomes; one that becomes nothing, as a letter whose fold is empty,
   *     stays what it is
   */
  StackFilter(TokenStream input, Function<String, List<String>> terms) {
    super(input);
    this.terms = terms;
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
    waiting = terms.apply(term.toString()).iterator();
    if (waiting.hasNext()) {
      term.setEmpty().append(waiting.next());
    }
    // Most words have one lemma, and a copy of all attributes is dearer than that.
    word = waiting.hasNext() ? captureState() : null;
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting = List.<String>of().iterator();
    word = null;
  }
}
