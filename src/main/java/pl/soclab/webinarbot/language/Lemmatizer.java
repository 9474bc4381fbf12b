package pl.soclab.webinarbot.language;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Folded words to folded lemmas: our own words first, then the dictionary, then, for names that
 * neither has ("citizenlaba"), a stem that its case forms share. Safe for use by many threads.
 */
public final class Lemmatizer {
  /** Case endings of nouns and names, longest first; folded. */
  private static final List<String> NAME_ENDINGS =
      List.of(
          "ami", "ach", "owi", "iem", "ego", "emu", "ow", "om", "em", "ie", "ej", "ym", "im", "a",
          "u", "y", "i", "e", "o");

  /** Shorter stems would make one word of many. */
  private static final int SHORTEST_STEM = 4;

  private static final Lemmatizer POLISH =
      new Lemmatizer(OwnWords.load(), FoldedDictionary.polish());

  /** A power of two; people and texts use a few thousand words again and again. */
  private static final int REMEMBERED = 8192;

  private final OwnWords ownWords;
  private final FoldedDictionary dictionary;

  /** Lemmas by a word's hash; a newer word takes the place of an older one. */
  private final AtomicReferenceArray<@Nullable Known> remembered =
      new AtomicReferenceArray<>(REMEMBERED);

  /**
   * What was looked up of a word.
   *
   * @param lemmas at least one
   * @param inDictionary whether a dictionary has the word
   */
  private record Known(String word, List<String> lemmas, boolean inDictionary) {}

  private Lemmatizer(OwnWords ownWords, FoldedDictionary dictionary) {
    this.ownWords = ownWords;
    this.dictionary = dictionary;
  }

  /** The one for Polish; its dictionary is loaded once (some 70 ms). */
  public static Lemmatizer polish() {
    return POLISH;
  }

  /**
   * The lemmas that a word may have.
   *
   * @param foldedWord as {@link Folding#fold} gives it
   * @return at least one; the word's stem where no dictionary has it
   */
  public List<String> lemmas(String foldedWord) {
    return known(foldedWord).lemmas();
  }

  /** Whether a dictionary has the word. */
  public boolean knows(String foldedWord) {
    return known(foldedWord).inDictionary();
  }

  private Known known(String word) {
    int place = (word.hashCode() * 0x9E3779B9) >>> 19;
    Known known = remembered.get(place);
    if (known == null || !known.word().equals(word)) {
      known = lookUp(word);
      remembered.set(place, known);
    }
    return known;
  }

  private Known lookUp(String word) {
    @Nullable String own = ownWords.lemma(word);
    List<String> found = own == null ? dictionary.lemmas(word) : List.of(own);
    boolean inDictionary = !found.isEmpty();
    // The dictionary has "w" as short for "wiek" and "m" for "miasto"; nobody means that in a chat.
    if (word.length() == 1) {
      return new Known(word, List.of(word), inDictionary);
    }
    return new Known(word, inDictionary ? found : List.of(stem(word)), inDictionary);
  }

  private static String stem(String word) {
    for (String ending : NAME_ENDINGS) {
      if (word.length() - ending.length() >= SHORTEST_STEM && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
