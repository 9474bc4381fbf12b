package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.language.PolishAnalyzer;

/**
 * The least that an answer out of texts can cost: the question analysed, BM25 over the passages,
 * and where the best ten stand. It understands no topic, knows no fact and refuses nothing.
 */
final class BareLucene {
  private static final String TEXT = "text";
  private static final String SOURCE = "source";
  private static final int BEST = 10;

  private final IndexSearcher searcher;
  private final QueryBuilder queries;

  private BareLucene(IndexSearcher searcher, Analyzer analyzer) {
    this.searcher = searcher;
    this.queries = new QueryBuilder(analyzer);
  }

  /** Indexes passages as Lucene does by itself, in one segment in memory. */
  static BareLucene over(List<Passage> passages) {
    try {
      return indexed(passages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BareLucene indexed(List<Passage> passages) throws IOException {
    var directory = new ByteBuffersDirectory();
    var analyzer = new PolishAnalyzer();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Passage passage : passages) {
        var document = new Document();
        document.add(new TextField(TEXT, passage.text(), Field.Store.NO));
        document.add(new StoredField(SOURCE, passage.source().toString()));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    return new BareLucene(new IndexSearcher(DirectoryReader.open(directory)), analyzer);
  }

  /** Where the ten best passages stand, the best first. */
  List<String> find(String question) {
    try {
      return found(question);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> found(String question) throws IOException {
    Query query = queries.createBooleanQuery(TEXT, question);
    if (query == null) {
      return List.of();
    }
    StoredFields stored = searcher.storedFields();
    var found = new ArrayList<String>(BEST);
    for (ScoreDoc hit : searcher.search(query, BEST).scoreDocs) {
      found.add(stored.document(hit.doc).get(SOURCE));
    }
    return found;
  }
}
