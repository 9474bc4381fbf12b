package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.language.GramAnalyzer;
import pl.soclab.webinarbot.language.Grams;
import pl.soclab.webinarbot.language.PolishAnalyzer;

/**
 * Lucene's half of the search: which passages a question is about, by BM25 over folded lemmas and
 * over character n-grams. The weights were chosen by measuring: docs/retrieval.md.
 */
final class PassageSearch {
  private static final String LEMMAS = "lemmas";
  private static final String GRAMS = "grams";
  private static final String HEADINGS = "headings";

  /** A word has a dozen n-grams and one lemma. */
  private static final float GRAM_BOOST = 0.2f;

  /** Headings tell which of two like passages is meant, but say less than the passage. */
  private static final float HEADINGS_BOOST = 0.5f;

  /** Lucene refuses more than 1,024 clauses; nobody's question needs half of them. */
  private static final int MOST_CLAUSES = 800;

  /** Phrases are not searched for, and positions would cost a start more than all the rest. */
  private static final FieldType COUNTED = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    COUNTED.freeze();
  }

  private final IndexSearcher searcher;

  private PassageSearch(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Indexes passages; their numbers are their positions in the list. */
  static PassageSearch of(List<Passage> passages) {
    try {
      // Not closed: the directory is plain heap and goes with the index.
      var directory = new ByteBuffersDirectory();
      try (Analyzer analyzer =
              new PerFieldAnalyzerWrapper(new PolishAnalyzer(), Map.of(GRAMS, new GramAnalyzer()));
          var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Passage passage : passages) {
          writer.addDocument(document(passage));
        }
        // One segment: then the numbers of the documents are those of the passages.
        writer.forceMerge(1);
      }
      return new PassageSearch(new IndexSearcher(DirectoryReader.open(directory)));
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be built", e);
    }
  }

  private static Document document(Passage passage) {
    var document = new Document();
    document.add(new Field(LEMMAS, passage.text(), COUNTED));
    document.add(new Field(GRAMS, passage.text(), COUNTED));
    document.add(new Field(HEADINGS, String.join("\n", passage.headings()), COUNTED));
    return document;
  }

  /**
   * A passage that was found.
   *
   * @param number its position in the list
   * @param score BM25
   */
  record Found(int number, float score) {}

  /** The best passages for some words, the best first; all words are optional. */
  List<Found> search(List<SoughtWord> words, int limit) {
    try {
      var found = new ArrayList<Found>();
      for (ScoreDoc hit : searcher.search(query(words), limit).scoreDocs) {
        found.add(new Found(hit.doc, hit.score));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be read", e);
    }
  }

  private static Query query(List<SoughtWord> words) {
    var query = new BooleanQuery.Builder();
    Set<String> grams = new HashSet<>();
    int clauses = 0;
    List<SoughtWord> heaviestFirst =
        words.stream().sorted(Comparator.comparing(SoughtWord::weight).reversed()).toList();
    for (SoughtWord word : heaviestFirst) {
      // What "których" looks like tells nothing, and its n-grams are half of the work.
      List<String> fresh =
          word.weight() < 1
              ? List.of()
              : Grams.of(word.form()).stream().filter(grams::add).toList();
      clauses += fresh.size() + 2 * word.lemmas().size();
      if (clauses > MOST_CLAUSES) {
        break;
      }
      add(query, anyOf(LEMMAS, word.lemmas()), word.weight());
      add(query, anyOf(HEADINGS, word.lemmas()), word.weight() * HEADINGS_BOOST);
      for (String gram : fresh) {
        add(query, new TermQuery(new Term(GRAMS, gram)), word.weight() * GRAM_BOOST);
      }
    }
    return query.build();
  }

  private static void add(BooleanQuery.Builder query, Query clause, float boost) {
    query.add(boost == 1 ? clause : new BoostQuery(clause, boost), BooleanClause.Occur.SHOULD);
  }

  /** An ambiguous word counts once, however many of its lemmas a passage has. */
  private static Query anyOf(String field, List<String> lemmas) {
    return lemmas.size() == 1
        ? new TermQuery(new Term(field, lemmas.getFirst()))
        : new DisjunctionMaxQuery(
            lemmas.stream().map(lemma -> (Query) new TermQuery(new Term(field, lemma))).toList(),
            0);
  }
}
