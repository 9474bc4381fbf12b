package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** An index as if some of its files had been deleted. */
final class LiveReader extends FilterLeafReader {
  private final FixedBitSet live;
  private final int count;

  LiveReader(LeafReader reader, List<IndexedFile> without) throws IOException {
    super(reader);
    live = new FixedBitSet(reader.maxDoc());
    live.set(0, reader.maxDoc());
    for (IndexedFile file : without) {
      PostingsEnum of = reader.postings(new Term(PassageIndex.FILE, file.name()));
      while (of != null && of.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        live.clear(of.docID());
      }
    }
    count = live.cardinality();
  }

  @Override
  public Bits getLiveDocs() {
    return live;
  }

  @Override
  public int numDocs() {
    return count;
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
