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
  private final GluedWords glued;
  private final Supplier<Vocabulary> vocabulary;

  /** How alike two words or names are, from 0 to 1 for the same. */
  public static double likeness(String one, String other) {
    return new LevenshteinDistance().getDistance(one, other);
  }

  private Spelling(Set<String> words, GluedWords glued, Supplier<Vocabulary> vocabulary) {
    this.words = words;
    this.glued = glued;
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
    return new Spelling(
        all, new GluedWords(words, ofTexts), new OnFirstUse(() -> Vocabulary.of(words, ofTexts, SHORTEST)));
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
        phrasing -> foldedWords(phrasing).forEach(word -> frequency.merge(word, 1, Integer::sum)));
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
    return foldedWords(text).stream().filter(word -> word.length() >= SHORTEST - 1).toList();
  }

  private static List<String> foldedWords(String text) {
    return Word.of(text).stream().map(Word::folded).distinct().toList();
  }

  /**
   * The same words with typing errors mended and glued ones taken apart; positions stay, and the
   * parts of a glued word share its own between them.
   */
  public List<Word> mend(List<Word> words) {
    var mended = new ArrayList<Word>(words.size());
    for (Word word : words) {
      List<String> meant = isKnown(word.folded()) ? List.of() : meantBy(word.folded());
      switch (meant.size()) {
        case 0 -> mended.add(word);
        case 1 -> mended.add(new Word(meant.getFirst(), word.start(), word.end()));
        default -> mended.addAll(apart(word, meant));
      }
    }
    return mended;
  }

  private static List<Word> apart(Word glued, List<String> parts) {
    var apart = new ArrayList<Word>(parts.size());
    int start = glued.start();
    for (String part : parts) {
      int end = Math.min(glued.end(), start + part.length());
      apart.add(new Word(part, start, end));
      start = end;
    }
    return apart;
  }

  /** One slip of the finger is likelier than a space that is missing, two are not. */
  private List<String> meantBy(String typed) {
    String slip = withOneSlip(typed);
    if (slip != null) {
      return List.of(slip);
    }
    List<String> parts = glued.parts(typed);
    if (!parts.isEmpty() || typed.length() < SHORTEST_FOR_TWO_ERRORS) {
      return parts;
    }
    String near = vocabulary.get().withTwoErrors(typed);
    return near == null ? List.of() : List.of(near);
  }

  private boolean isKnown(String word) {
    return word.length() < SHORTEST
        || word.length() > 30
        || word.chars().anyMatch(Character::isDigit)
        || Lemmatizer.polish().knows(word)
        || words.contains(word);
  }

  /** What an unknown word was meant to be, from the likeliest source on; null for no idea. */
  private @Nullable String withOneSlip(String typed) {
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
    return near == null && !misses.isEmpty() ? misses.getFirst() : near;
  }
}
