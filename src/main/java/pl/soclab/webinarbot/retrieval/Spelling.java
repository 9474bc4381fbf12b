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
import pl.soclab.webinarbot.language.Remembered;
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

  /** No word of the vocabulary has a letter behind it: nothing can be near a word that has. */
  private static final char LAST_CYRILLIC = '\u052F';

  /**
   * Each unknown word costs about a millisecond of automata. Whoever asks mistypes a few words; a
   * text with more of them is in a language that no dictionary here has, or none at all.
   */
  private static final int MOST_UNKNOWN = 12;

  private static final int MOST_REMEMBERED = 1000;

  private final Typed typed;

  /** By their files. */
  private final Map<String, List<String>> texts;

  /** In how many files each word stands. */
  private final Counts written;

  /** Those words that stood in files when the counts were copied last. */
  private final Supplier<WordIndex> writtenIndex;

  private final Supplier<Vocabulary> vocabulary;

  /** What unknown words were meant to be: people make the same errors, and an automaton is dear. */
  private final Remembered<List<String>> remembered =
      new Remembered<>(MOST_REMEMBERED, this::meantBy);

  /** What people type, whatever the organisers write. */
  private record Typed(Set<String> words, GluedWords glued, Supplier<WordIndex> index) {
    static Typed of(Collection<String> words) {
      return new Typed(
          new HashSet<>(words),
          new GluedWords(words),
          new OnFirstUse<>(() -> Vocabulary.ofTyped(words)));
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
   * parts of a glued word share its own between them. Only the first {@value #MOST_UNKNOWN} unknown
   * words are looked after.
   */
  public List<Word> mend(List<Word> words) {
    var mended = new ArrayList<Word>(words.size());
    int unknown = 0;
    for (Word word : words) {
      boolean isMended = unknown < MOST_UNKNOWN && !isKnown(word.folded());
      List<String> meant = isMended ? remembered.of(word.folded()) : List.of();
      unknown += isMended ? 1 : 0;
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
  private List<String> meantBy(String word) {
    String slip = withOneSlip(word);
    if (slip != null) {
      return List.of(slip);
    }
    List<String> parts = typed.glued().parts(word, other -> written.of(other) > 0);
    if (!parts.isEmpty() || word.length() < SHORTEST_FOR_TWO_ERRORS) {
      return parts;
    }
    String near = vocabulary.get().withTwoErrors(word);
    return near == null ? List.of() : List.of(near);
  }

  private boolean isKnown(String word) {
    return word.length() < SHORTEST
        || word.length() > 30
        || word.chars().anyMatch(c -> Character.isDigit(c) || c > LAST_CYRILLIC)
        || Lemmatizer.polish().knows(word)
        || hasWord(word);
  }

  private boolean hasWord(String word) {
    return typed.words().contains(word) || written.of(word) > 0;
  }

  /** What an unknown word was meant to be, from the likeliest source on; null for no idea. */
  private @Nullable String withOneSlip(String word) {
    List<String> misses =
        NearMisses.of(word).stream()
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
    String near = vocabulary.get().withOneError(word);
    return near == null && !misses.isEmpty() ? misses.getFirst() : near;
  }
}
