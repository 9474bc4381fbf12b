package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
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
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/**
 * Mends typing errors: a word that neither the dictionary nor the vocabulary has becomes the
 * nearest word of the vocabulary, by Lucene's Levenshtein automata with swapped neighbours as one
 * error. A known word is never changed.
 */
public final class Spelling {
  private static final String WORD = "word";

  /** Two errors in a short word make another word of it ("kiedy" and "kawy"). */
  private static final int SHORTEST_FOR_TWO_ERRORS = 6;

  private static final int SHORTEST = 4;

  private final IndexReader vocabulary;
  private final DirectSpellChecker oneError = checker(1);
  private final DirectSpellChecker twoErrors = checker(2);

  private Spelling(IndexReader vocabulary) {
    this.vocabulary = vocabulary;
  }

  private static DirectSpellChecker checker(int errors) {
    var checker = new DirectSpellChecker();
    checker.setMaxEdits(errors);
    checker.setMinPrefix(0);
    checker.setMinQueryLength(SHORTEST);
    checker.setAccuracy(0.5f);
    checker.setMaxQueryFrequency(0.99f);
    return checker;
  }

  /**
   * Takes the vocabulary from texts; a word that stands there more often is the likelier one.
   *
   * @param phrasings what people type; a word of theirs that no dictionary has counts only where
   *     several of them have it, because they mistype too
   * @param texts what the organisers wrote; each of their words counts
   */
  public static Spelling of(Collection<String> phrasings, Collection<String> texts) {
    var frequency = new HashMap<String, Integer>();
    phrasings.forEach(
        phrasing -> words(phrasing).forEach(word -> frequency.merge(word, 1, Integer::sum)));
    Predicate<String> counts =
        word -> frequency.getOrDefault(word, 0) > 1 || Lemmatizer.polish().knows(word);
    try {
      // Not closed: the directory is plain heap and goes with this object.
      var directory = new ByteBuffersDirectory();
      try (var writer =
          new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        for (String phrasing : phrasings) {
          writer.addDocument(document(words(phrasing).stream().filter(counts).toList()));
        }
        for (String text : texts) {
          writer.addDocument(document(words(text)));
        }
        writer.forceMerge(1);
      }
      return new Spelling(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary in memory cannot be built", e);
    }
  }

  private static List<String> words(String text) {
    return Word.of(text).stream()
        .map(Word::folded)
        .filter(word -> word.length() >= SHORTEST - 1)
        .distinct()
        .toList();
  }

  private static Document document(List<String> words) {
    var document = new Document();
    words.forEach(word -> document.add(new StringField(WORD, word, Field.Store.NO)));
    return document;
  }

  /** The same words with typing errors mended; positions stay. */
  public List<Word> mend(List<Word> words) {
    var mended = new ArrayList<Word>(words.size());
    for (Word word : words) {
      mended.add(isKnown(word.folded()) ? word : nearest(word));
    }
    return mended;
  }

  private boolean isKnown(String word) {
    return word.length() < SHORTEST
        || word.length() > 30
        || word.chars().anyMatch(Character::isDigit)
        || Lemmatizer.polish().knows(word)
        || frequency(word) > 0;
  }

  private int frequency(String word) {
    try {
      return vocabulary.docFreq(new Term(WORD, word));
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary in memory cannot be read", e);
    }
  }

  private Word nearest(Word word) {
    try {
      var term = new Term(WORD, word.folded());
      SuggestWord[] found =
          oneError.suggestSimilar(term, 1, vocabulary, SuggestMode.SUGGEST_ALWAYS);
      if (found.length == 0 && word.folded().length() >= SHORTEST_FOR_TWO_ERRORS) {
        found = twoErrors.suggestSimilar(term, 1, vocabulary, SuggestMode.SUGGEST_ALWAYS);
      }
      return found.length == 0 ? word : new Word(found[0].string, word.start(), word.end());
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary in memory cannot be read", e);
    }
  }
}
