package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
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
import org.apache.lucene.search.spell.LevenshteinDistance;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
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

  private final Set<String> words;
  private final Supplier<IndexReader> vocabulary;
  private final DirectSpellChecker oneError = checker(1);
  private final DirectSpellChecker twoErrors = checker(2);

  /** How alike two words or names are, from 0 to 1 for the same. */
  public static double likeness(String one, String other) {
    return new LevenshteinDistance().getDistance(one, other);
  }

  private Spelling(Set<String> words, Supplier<IndexReader> vocabulary) {
    this.words = words;
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
   * Takes the vocabulary from words that people type and texts that the organisers wrote.
   *
   * @param words folded, the most frequent first
   * @param texts each of their words counts
   */
  public static Spelling of(Collection<String> words, Collection<String> texts) {
    List<String> ofTexts =
        texts.stream().flatMap(text -> longWords(text).stream()).distinct().toList();
    var all = new HashSet<>(words);
    all.addAll(ofTexts);
    return new Spelling(all, new OnFirstUse(() -> index(words, ofTexts)));
  }

  private static IndexReader index(Collection<String> words, List<String> ofTexts) {
    try {
      // Not closed: the directory is plain heap and goes with this object.
      var directory = new ByteBuffersDirectory();
      try (var writer =
          new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        // Of two words that are as near, the checker takes the one that more documents have.
        int half = words.size() / 2;
        writer.addDocument(document(words));
        writer.addDocument(document(words.stream().limit(half).toList()));
        writer.addDocument(document(words.stream().limit(half / 4).toList()));
        writer.addDocument(document(words.stream().limit(half / 16).toList()));
        writer.addDocument(document(ofTexts));
        writer.forceMerge(1);
      }
      return DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary in memory cannot be built", e);
    }
  }

  /** Most questions hold no typing error, and the index costs more than their answers. */
  private static final class OnFirstUse implements Supplier<IndexReader> {
    private final Supplier<IndexReader> making;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable IndexReader made;

    OnFirstUse(Supplier<IndexReader> making) {
      this.making = making;
    }

    @Override
    public IndexReader get() {
      IndexReader reader = made;
      if (reader != null) {
        return reader;
      }
      lock.lock();
      try {
        reader = made;
        if (reader == null) {
          reader = making.get();
          made = reader;
        }
        return reader;
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * The words of what people type, the most frequent first. A word that no dictionary has counts
   * only where several phrasings have it, because people mistype too.
   */
  public static List<String> words(Collection<String> phrasings) {
    var frequency = new TreeMap<String, Integer>();
    phrasings.forEach(
        phrasing -> longWords(phrasing).forEach(word -> frequency.merge(word, 1, Integer::sum)));
    return frequency.entrySet().stream()
        .filter(entry -> entry.getValue() > 1 || Lemmatizer.polish().knows(entry.getKey()))
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> longWords(String text) {
    return Word.of(text).stream()
        .map(Word::folded)
        .filter(word -> word.length() >= SHORTEST - 1)
        .distinct()
        .toList();
  }

  private static Document document(Collection<String> words) {
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
        || words.contains(word);
  }

  private Word nearest(Word word) {
    try {
      var term = new Term(WORD, word.folded());
      SuggestWord[] found =
          oneError.suggestSimilar(term, 1, vocabulary.get(), SuggestMode.SUGGEST_ALWAYS);
      if (found.length == 0 && word.folded().length() >= SHORTEST_FOR_TWO_ERRORS) {
        found = twoErrors.suggestSimilar(term, 1, vocabulary.get(), SuggestMode.SUGGEST_ALWAYS);
      }
      return found.length == 0 ? word : new Word(found[0].string, word.start(), word.end());
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary in memory cannot be read", e);
    }
  }
}
