package pl.soclab.webinarbot.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene as it comes, to compare with: BM25 with its defaults. Each analyzer has a field of its
 * own; scores of several fields are added, ranks of several rankings fused.
 */
final class LuceneRanking implements Ranking {
  /** What reciprocal rank fusion adds to each rank; 60 is what everybody takes. */
  private static final int FUSION = 60;

  private static final int DEEP_ENOUGH = 100;

  private final Map<String, Analyzer> analyzers = new HashMap<>();
  private final boolean apart;
  private final IndexSearcher paragraphs;
  private final IndexSearcher sentences;
  private final List<Integer> numbers = new ArrayList<>();

  LuceneRanking(PublicQuestions data, Analyzer... analyzers) throws IOException {
    this(data, false, analyzers);
  }

  private LuceneRanking(PublicQuestions data, boolean apart, Analyzer... analyzers)
      throws IOException {
    this.apart = apart;
    for (int i = 0; i < analyzers.length; i++) {
      this.analyzers.put("field" + i, analyzers[i]);
    }
    var ofParagraphs = new ArrayList<Document>();
    var ofSentences = new ArrayList<Document>();
    for (PublicQuestions.Paragraph paragraph : data.paragraphs()) {
      for (int i = 0; i < paragraph.sentences().size(); i++) {
        Document sentence = document(paragraph.sentences().get(i));
        sentence.add(
            new StringField("paragraph", String.valueOf(ofParagraphs.size()), Field.Store.NO));
        ofSentences.add(sentence);
        numbers.add(i);
      }
      ofParagraphs.add(document(paragraph.text()));
    }
    paragraphs = index(ofParagraphs);
    sentences = index(ofSentences);
  }

  /** With every term of a word looked for by itself: n-grams are no synonyms of each other. */
  static LuceneRanking ofParts(PublicQuestions data, Analyzer analyzer) throws IOException {
    return new LuceneRanking(data, true, analyzer);
  }

  private Document document(String text) {
    var document = new Document();
    analyzers.keySet().forEach(name -> document.add(new TextField(name, text, Field.Store.NO)));
    return document;
  }

  private IndexSearcher index(List<Document> documents) throws IOException {
    var directory = new ByteBuffersDirectory();
    try (var analyzer = new PerFieldAnalyzerWrapper(new StandardAnalyzer(), analyzers);
        var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      writer.addDocuments(documents);
      writer.forceMerge(1);
    }
    return new IndexSearcher(DirectoryReader.open(directory));
  }

  @Override
  public int paragraph(String question) {
    return first(ranked(question));
  }

  @Override
  public int sentence(String question, int paragraph) {
    return first(ranked(question, paragraph));
  }

  private static int first(List<Integer> ranked) {
    return ranked.isEmpty() ? -1 : ranked.getFirst();
  }

  private List<Integer> ranked(String question) {
    return search(paragraphs, query(question).build());
  }

  private List<Integer> ranked(String question, int paragraph) {
    var only = new TermQuery(new Term("paragraph", String.valueOf(paragraph)));
    Query query =
        new BooleanQuery.Builder()
            .add(query(question).build(), BooleanClause.Occur.MUST)
            .add(only, BooleanClause.Occur.FILTER)
            .build();
    return search(sentences, query).stream().map(numbers::get).toList();
  }

  private BooleanQuery.Builder query(String question) {
    var query = new BooleanQuery.Builder();
    analyzers.forEach(
        (name, analyzer) -> {
          Query part =
              apart
                  ? parts(name, analyzer, question)
                  : new QueryBuilder(analyzer).createBooleanQuery(name, question);
          if (part != null) {
            query.add(part, BooleanClause.Occur.SHOULD);
          }
        });
    return query;
  }

  private static Query parts(String name, Analyzer analyzer, String question) {
    var parts = new BooleanQuery.Builder();
    try (TokenStream terms = analyzer.tokenStream(name, question)) {
      var term = terms.addAttribute(CharTermAttribute.class);
      terms.reset();
      while (terms.incrementToken()) {
        parts.add(new TermQuery(new Term(name, term.toString())), BooleanClause.Occur.SHOULD);
      }
      terms.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts.build();
  }

  private static List<Integer> search(IndexSearcher searcher, Query query) {
    try {
      var found = new ArrayList<Integer>();
      for (ScoreDoc hit : searcher.search(query, DEEP_ENOUGH).scoreDocs) {
        found.add(hit.doc);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Both rankings together, by the sum of the reciprocal ranks. */
  Ranking fusedWith(LuceneRanking other) {
    return new Ranking() {
      @Override
      public int paragraph(String question) {
        return fused(ranked(question), other.ranked(question));
      }

      @Override
      public int sentence(String question, int paragraph) {
        return fused(ranked(question, paragraph), other.ranked(question, paragraph));
      }
    };
  }

  private static int fused(List<Integer> first, List<Integer> second) {
    var scores = new HashMap<Integer, Double>();
    for (List<Integer> ranked : List.of(first, second)) {
      for (int rank = 0; rank < ranked.size(); rank++) {
        scores.merge(ranked.get(rank), 1.0 / (FUSION + rank + 1), Double::sum);
      }
    }
    return scores.entrySet().stream()
        .max(
            Map.Entry.<Integer, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(-1);
  }
}
