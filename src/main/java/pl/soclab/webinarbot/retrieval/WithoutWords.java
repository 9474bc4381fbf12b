package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/** A {@link WordIndex} as if it had fewer words, to those who look for words like another. */
final class WithoutWords extends FilterLeafReader {
  private final Set<BytesRef> gone;

  WithoutWords(LeafReader reader, Set<String> gone) {
    super(reader);
    this.gone = gone.stream().map(BytesRef::new).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public @Nullable Terms terms(String field) throws IOException {
    Terms terms = super.terms(field);
    return terms == null ? null : new Fewer(terms);
  }

  private final class Fewer extends FilterTerms {
    Fewer(Terms terms) {
      super(terms);
    }

    @Override
    public TermsEnum intersect(CompiledAutomaton automaton, @Nullable BytesRef start)
        throws IOException {
      return new FilteredTermsEnum(in.intersect(automaton, start), false) {
        @Override
        protected AcceptStatus accept(BytesRef term) {
          return gone.contains(term) ? AcceptStatus.NO : AcceptStatus.YES;
        }
      };
    }
  }

  @Override
  public CacheHelper getCoreCacheHelper() {
    return in.getCoreCacheHelper();
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }
}
