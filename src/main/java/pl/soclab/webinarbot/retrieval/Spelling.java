package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.lucene.search.spell.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/**
 * Mends typing errors: a word that neither the dictionary nor the vocabulary has becomes the word
 * of theirs that it is a {@linkplain NearMisses near miss} of, else the nearest one of the
 * vocabulary, by Lucene's Levenshtein automata. A known word is never changed.
 */
public final class Spelling {
  /** Two errors in a short word make another word of it ("kiedy" and "kawy"). */
  private static final int SHORTEST_FOR_TWO_ERRORS = 6;

  private static final int SHORTEST = 4;

  private final Set<String> words;
  private final Supplier<Vocabulary> vocabulary;

  /** How alike two words or names are, from 0 to 1 for the same. */
  public static double likeness(String one, String other) {
    return new LevenshteinDistance().getDistance(one, other);
  }

  private Spelling(Set<String> words, Supplier<Vocabulary> vocabulary) {
    this.words = words;
    this.vocabulary = vocabulary;
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
    return new Spelling(all, new OnFirstUse(() -> Vocabulary.of(words, ofTexts, SHORTEST)));
  }

  /** Most questions hold no typing error, and the index costs more than their answers. */
  private static final class OnFirstUse implements Supplier<Vocabulary> {
    private final Supplier<Vocabulary> making;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Vocabulary made;

    OnFirstUse(Supplier<Vocabulary> making) {
      this.making = making;
    }

    @Override
    public Vocabulary get() {
      Vocabulary vocabulary = made;
      if (vocabulary != null) {
        return vocabulary;
      }
      lock.lock();
      try {
        vocabulary = made;
        if (vocabulary == null) {
          vocabulary = making.get();
          made = vocabulary;
        }
        return vocabulary;
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * The words of what people type, the most frequent first. A word that no dictionary has counts
   * only where several phrasings have it, because people mistype too; of Ukrainian words the
   * dictionary has none.
   */
  public static List<String> words(Collection<String> phrasings) {
    var frequency = new TreeMap<String, Integer>();
    phrasings.forEach(
        phrasing -> longWords(phrasing).forEach(word -> frequency.merge(word, 1, Integer::sum)));
    return frequency.entrySet().stream()
        .filter(
            entry ->
                entry.getValue() > 1
                    || Lemmatizer.polish().knows(entry.getKey())
                    || isCyrillic(entry.getKey()))
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isCyrillic(String word) {
    return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
  }

  private static List<String> longWords(String text) {
    return Word.of(text).stream()
        .map(Word::folded)
        .filter(word -> word.length() >= SHORTEST - 1)
        .distinct()
        .toList();
  }

  /** The same words with typing errors mended; positions stay. */
  public List<Word> mend(List<Word> words) {
    var mended = new ArrayList<Word>(words.size());
    for (Word word : words) {
      String meant = isKnown(word.folded()) ? null : meant(word.folded());
      mended.add(meant == null ? word : new Word(meant, word.start(), word.end()));
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

  /** What an unknown word was meant to be, from the likeliest source on; null for no idea. */
  private @Nullable String meant(String typed) {
    List<String> misses =
        NearMisses.of(typed).stream()
            .filter(miss -> words.contains(miss) || Lemmatizer.polish().knows(miss))
            .toList();
    for (String miss : misses) {
      if (words.contains(miss)) {
        return miss;
      }
    }
    for (String miss : misses) {
      if (vocabulary.get().hasFormOf(miss)) {
        return miss;
      }
    }
    String near = vocabulary.get().withOneError(typed);
    if (near == null && !misses.isEmpty()) {
      near = misses.getFirst();
    }
    return near == null && typed.length() >= SHORTEST_FOR_TWO_ERRORS
        ? vocabulary.get().withTwoErrors(typed)
        : near;
  }
}
