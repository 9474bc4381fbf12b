package pl.soclab.webinarbot.language;

import java.util.List;
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

  private final OwnWords ownWords;
  private final FoldedDictionary dictionary;

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
    // The dictionary has "w" as short for "wiek" and "m" for "miasto"; nobody means that in a chat.
    if (foldedWord.length() == 1) {
      return List.of(foldedWord);
    }
    @Nullable String own = ownWords.lemma(foldedWord);
    if (own != null) {
      return List.of(own);
    }
    List<String> known = dictionary.lemmas(foldedWord);
    return known.isEmpty() ? List.of(stem(foldedWord)) : known;
  }

  /** Whether a dictionary has the word. */
  public boolean knows(String foldedWord) {
    return ownWords.lemma(foldedWord) != null || !dictionary.lemmas(foldedWord).isEmpty();
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
