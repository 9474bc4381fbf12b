package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

  private final Typed typed;

  /** By their files. */
  private final Map<String, List<String>> texts;

  /** In how many files each word stands. */
  private final Counts written;

  /** Those words that stood in files when the counts were copied last. */
  private final Supplier<WordIndex> writtenIndex;

  private final Supplier<Vocabulary> vocabulary;

  /** What people type, whatever the organisers write. */
  private record Typed(Set<String> words, Supplier<WordIndex> index) {
    static Typed of(Collection<String> words) {
      return new Typed(new HashSet<>(words), new OnFirstUse<>(() -> Vocabulary.ofTyped(words)));
    }
  }

  /** How alike two words or names are, from 0 to 1 for the same. */
  public static double likeness(String one, String other) {
    return new LevenshteinDistance().getDistance(one, other);
  }

  private Spelling(
      Typed typed,
      Map<String, List<String>> texts,
      Counts written,
      Supplier<WordIndex> writtenIndex) {
    this.typed = typed;
    this.texts = texts;
    this.written = written;
    this.writtenIndex = writtenIndex;
    // Most questions hold no typing error, and the index costs more than their answers.
    this.vocabulary =
        new OnFirstUse<>(
            () ->
                new Vocabulary(
                    typed.index().get(),
                    writtenIndex.get(),
                    written.removed(),
                    written.added(),
                    SHORTEST));
  }

  /**
   * Takes the vocabulary from words that people type and texts that the organisers wrote.
   *
   * @param words folded, the most frequent first
   * @param texts each of their words counts
   */
  public static Spelling of(Collection<String> words, Collection<String> texts) {
    return of(words, Map.of("", List.copyOf(texts)));
  }

  /** The same with texts by their files. */
  public static Spelling of(Collection<String> words, Map<String, List<String>> texts) {
    return new Spelling(Typed.of(words), Map.of(), Counts.none(), index(Counts.none())).next(texts);
  }

  /** The same for later texts, for the work of the files that have changed. */
  public Spelling next(Map<String, List<String>> later) {
    if (later.equals(texts)) {
      return this;
    }
    Counts now =
        written.plus(
            Stream.concat(
                changed(later, texts).map(file -> words(file, 1)),
                changed(texts, later).map(file -> words(file, -1))));
    boolean isSameBase = now.base() == written.base();
    return new Spelling(typed, later, now, isSameBase ? writtenIndex : index(now));
  }

  /** The texts of those files that others are not, or not the same. */
  private static Stream<List<String>> changed(
      Map<String, List<String>> files, Map<String, List<String>> others) {
    return files.entrySet().stream()
        .filter(file -> !file.getValue().equals(others.get(file.getKey())))
        .map(Map.Entry::getValue);
  }

  private static Supplier<WordIndex> index(Counts counts) {
    return new OnFirstUse<>(() -> WordIndex.of(List.of(counts.base().keySet())));
  }

  private static Map<String, Integer> words(List<String> texts, int count) {
    var words = new HashMap<String, Integer>();
    texts.forEach(text -> longWords(text).forEach(word -> words.put(word, count)));
    return words;
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
        || hasWord(word);
  }

  private boolean hasWord(String word) {
    return typed.words().contains(word) || written.of(word) > 0;
  }

  /** What an unknown word was meant to be, from the likeliest source on; null for no idea. */
  private @Nullable String meant(String typed) {
    List<String> misses =
        NearMisses.of(typed).stream()
            .filter(miss -> hasWord(miss) || Lemmatizer.polish().knows(miss))
            .toList();
    for (String miss : misses) {
      if (hasWord(miss)) {
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
