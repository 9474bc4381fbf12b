package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Lemmatizer;

/** The words that are typed and written here, to look for the nearest one among them. */
final class Vocabulary {
  private static final String WORD = "word";

  private final IndexReader reader;
  private final Set<String> lemmas = new HashSet<>();
  private final DirectSpellChecker oneError;
  private final DirectSpellChecker twoErrors;

  private Vocabulary(IndexReader reader, int shortest) {
    this.reader = reader;
    this.oneError = checker(1, shortest);
    this.twoErrors = checker(2, shortest);
  }

  /**
   * Takes in folded words.
   *
   * @param typed the most frequent first
   * @param written each counts the same
   * @param shortest shorter words are near to everything
   */
  static Vocabulary of(Collection<String> typed, Collection<String> written, int shortest) {
    try {
      // Not closed: the directory is plain heap and goes with this object.
      var directory = new ByteBuffersDirectory();
      try (var writer =
          new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        // Of two words that are as near, the checker takes the one that more documents have.
        int half = typed.size() / 2;
        writer.addDocument(document(typed));
        writer.addDocument(document(typed.stream().limit(half).toList()));
        writer.addDocument(document(typed.stream().limit(half / 4).toList()));
        writer.addDocument(document(typed.stream().limit(half / 16).toList()));
        writer.addDocument(document(written));
        writer.forceMerge(1);
      }
      var vocabulary = new Vocabulary(DirectoryReader.open(directory), shortest);
      typed.forEach(word -> vocabulary.lemmas.addAll(Lemmatizer.polish().lemmas(word)));
      written.forEach(word -> vocabulary.lemmas.addAll(Lemmatizer.polish().lemmas(word)));
      return vocabulary;
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary in memory cannot be built", e);
    }
  }

  private static Document document(Collection<String> words) {
    var document = new Document();
    words.forEach(word -> document.add(new StringField(WORD, word, Field.Store.NO)));
    return document;
  }

  private static DirectSpellChecker checker(int errors, int shortest) {
    var checker = new DirectSpellChecker();
    checker.setMaxEdits(errors);
    checker.setMinPrefix(0);
    checker.setMinQueryLength(shortest);
    checker.setAccuracy(0.5f);
    checker.setMaxQueryFrequency(0.99f);
    return checker;
  }

  /** Whether one of the words is a form of the same word. */
  boolean hasFormOf(String word) {
    return Lemmatizer.polish().lemmas(word).stream().anyMatch(lemmas::contains);
  }

  /** The nearest word with one letter wrong, missing, too much or swapped; null for none. */
  @Nullable String withOneError(String word) {
    return nearest(word, oneError);
  }

  /** The nearest word with two such errors; null for none. */
  @Nullable String withTwoErrors(String word) {
    return nearest(word, twoErrors);
  }

  private @Nullable String nearest(String word, DirectSpellChecker checker) {
    try {
      SuggestWord[] found =
          checker.suggestSimilar(new Term(WORD, word), 1, reader, SuggestMode.SUGGEST_ALWAYS);
      return found.length == 0 ? null : found[0].string;
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary in memory cannot be read", e);
    }
  }
}
