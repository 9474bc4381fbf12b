package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.PolishAnalyzer;
import pl.soclab.webinarbot.language.Sentences;
import pl.soclab.webinarbot.language.Word;

/**
 * The sentences of a snapshot, searchable by folded lemmas. Immutable; safe for use by many
 * threads.
 */
public final class KnowledgeIndex {
  private static final String SENTENCE = "sentence";
  private static final String PASSAGE = "passage";
  private static final String HEADINGS = "headings";
  private static final String NUMBER = "number";

  /**
   * The surroundings tell which of two like sentences is meant, but must not outweigh the sentence
   * itself.
   */
  private static final float PASSAGE_BOOST = 0.3f;

  private static final float HEADINGS_BOOST = 0.5f;

  private final IndexSearcher searcher;
  private final List<Entry> entries;

  /** The lemmas of each event's own text. */
  private final Map<String, Set<String>> ofEvents = new HashMap<>();

  private record Entry(
      Passage passage, String sentence, int position, Set<String> lemmas, Set<String> context) {}

  private KnowledgeIndex(IndexSearcher searcher, List<Entry> entries) {
    this.searcher = searcher;
    this.entries = entries;
    for (Entry entry : entries) {
      String eventId = entry.passage().eventId();
      if (eventId != null) {
        ofEvents.computeIfAbsent(eventId, ignored -> new HashSet<>()).addAll(entry.lemmas());
      }
    }
  }

  /** Indexes all passages of a snapshot. */
  public static KnowledgeIndex of(Knowledge knowledge) {
    var entries = new ArrayList<Entry>();
    knowledge.passages().forEach(passage -> addSentences(passage, entries));
    try {
      // Not closed: the directory is plain heap and goes with the index.
      var directory = new ByteBuffersDirectory();
      try (Analyzer analyzer = new PolishAnalyzer();
          var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (int number = 0; number < entries.size(); number++) {
          writer.addDocument(document(entries.get(number), number));
        }
        writer.forceMerge(1);
      }
      return new KnowledgeIndex(
          new IndexSearcher(DirectoryReader.open(directory)), List.copyOf(entries));
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be built", e);
    }
  }

  private static void addSentences(Passage passage, List<Entry> entries) {
    Set<String> context = lemmas(String.join(" ", passage.headings()) + " " + passage.text());
    int position = 0;
    for (String sentence : Sentences.of(passage.text())) {
      entries.add(new Entry(passage, sentence, position++, lemmas(sentence), context));
    }
  }

  /** The folded lemmas of a text. */
  public static Set<String> lemmas(String text) {
    var lemmas = new LinkedHashSet<String>();
    Word.of(text).forEach(word -> lemmas.addAll(Lemmatizer.polish().lemmas(word.folded())));
    return lemmas;
  }

  private static Document document(Entry entry, int number) {
    var document = new Document();
    document.add(new TextField(SENTENCE, entry.sentence(), Field.Store.NO));
    document.add(new TextField(PASSAGE, entry.passage().text(), Field.Store.NO));
    document.add(
        new TextField(HEADINGS, String.join("\n", entry.passage().headings()), Field.Store.NO));
    document.add(new StoredField(NUMBER, number));
    return document;
  }

  /**
   * The best sentences for some lemmas.
   *
   * @param lemmas folded lemmas; all of them optional
   * @param limit at most so many hits
   */
  public List<Hit> search(Collection<String> lemmas, int limit) {
    if (entries.isEmpty() || lemmas.isEmpty()) {
      return List.of();
    }
    var query = new BooleanQuery.Builder();
    for (String lemma : new LinkedHashSet<>(lemmas)) {
      query.add(new TermQuery(new Term(SENTENCE, lemma)), BooleanClause.Occur.SHOULD);
      query.add(
          new BoostQuery(new TermQuery(new Term(PASSAGE, lemma)), PASSAGE_BOOST),
          BooleanClause.Occur.SHOULD);
      query.add(
          new BoostQuery(new TermQuery(new Term(HEADINGS, lemma)), HEADINGS_BOOST),
          BooleanClause.Occur.SHOULD);
    }
    try {
      var hits = new ArrayList<Hit>();
      var stored = searcher.storedFields();
      for (ScoreDoc found : searcher.search(query.build(), limit).scoreDocs) {
        Entry entry =
            entries.get(stored.document(found.doc).getField(NUMBER).numericValue().intValue());
        hits.add(
            new Hit(
                entry.passage(),
                entry.sentence(),
                entry.position(),
                found.score,
                entry.lemmas(),
                entry.context()));
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be read", e);
    }
  }

  /** Whether a sentence of an event's own text has one of some lemmas. */
  public boolean hasInEvent(Collection<String> lemmas, String eventId) {
    return lemmas.stream()
        .anyMatch(lemma -> ofEvents.getOrDefault(eventId, Set.of()).contains(lemma));
  }

  /** Whether any sentence has one of some lemmas. */
  public boolean has(Collection<String> lemmas) {
    return entries.stream().anyMatch(entry -> lemmas.stream().anyMatch(entry.lemmas()::contains));
  }

  /**
   * How rare a lemma is among the sentences: BM25's inverse document frequency; highest for one
   * that no sentence holds.
   */
  public double rarity(String lemma) {
    try {
      int frequency = searcher.getIndexReader().docFreq(new Term(PASSAGE, lemma));
      double count = Math.max(1, entries.size());
      return Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be read", e);
    }
  }
}
