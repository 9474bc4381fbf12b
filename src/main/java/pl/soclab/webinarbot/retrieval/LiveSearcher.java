package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Searches an index together with what has changed since it was made. Lucene goes on counting
 * deleted passages, so that the order of what is found would tell of files that are gone, and
 * change with a restart; here they are counted out.
 */
final class LiveSearcher extends IndexSearcher {
  private final @Nullable LeafReader dead;
  private final Map<String, CollectionStatistics> fields = new HashMap<>();

  /**
   * Searches.
   *
   * @param gone files whose passages in {@code base} are not to be found
   * @param dead the passages of those files
   */
  LiveSearcher(PassageIndex base, List<IndexedFile> gone, PassageIndex young, PassageIndex dead) {
    super(reader(base, gone, young));
    this.dead = dead.size() == 0 ? null : dead.leaf();
    try {
      for (String field : List.of(PassageIndex.LEMMAS, PassageIndex.GRAMS, PassageIndex.HEADINGS)) {
        CollectionStatistics all = super.collectionStatistics(field);
        if (all != null) {
          fields.put(field, live(all));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be read", e);
    }
  }

  private static IndexReader reader(PassageIndex base, List<IndexedFile> gone, PassageIndex young) {
    try {
      var readers = new ArrayList<IndexReader>();
      if (base.size() > 0) {
        readers.add(gone.isEmpty() ? base.leaf() : new LiveReader(base.leaf(), gone));
      }
      if (young.size() > 0) {
        readers.add(young.leaf());
      }
      return new MultiReader(readers.toArray(IndexReader[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be read", e);
    }
  }

  private CollectionStatistics live(CollectionStatistics all) throws IOException {
    Terms gone = dead == null ? null : dead.terms(all.field());
    if (dead == null || gone == null) {
      return all;
    }
    long count = all.docCount() - gone.getDocCount();
    // Of a field that only deleted passages have nothing is found, whatever the numbers.
    return count <= 0
        ? all
        : new CollectionStatistics(
            all.field(),
            all.maxDoc() - dead.maxDoc(),
            count,
            all.sumTotalTermFreq() - gone.getSumTotalTermFreq(),
            all.sumDocFreq() - gone.getSumDocFreq());
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) {
    return fields.get(field);
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    if (dead == null) {
      return super.termStatistics(term, docFreq, totalTermFreq);
    }
    // A term of deleted passages alone is not found, but has to have numbers.
    long count = Math.max(1, docFreq - dead.docFreq(term));
    return new TermStatistics(
        term.bytes(), count, Math.max(count, totalTermFreq - dead.totalTermFreq(term)));
  }
}
