package pl.soclab.webinarbot.answering;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/**
 * A question on its way to an answer.
 *
 * @param text as typed; empty for a button or a command
 * @param words its words, typing errors mended
 * @param language the one it is answered in
 * @param session start of the session that was just talked about, where the question follows up on
 *     it; null otherwise
 * @param lemmas the folded lemmas of all words, and of the texts' words that mean the same; the way
 *     to an answer asks for them at every turn
 */
record Asked(
    String text,
    List<Word> words,
    Language language,
    @Nullable Instant session,
    Set<String> lemmas) {
  /** A question that follows up on no session. */
  Asked(String text, List<Word> words, Language language) {
    this(text, words, language, null, lemmas(words, Set.of()));
  }

  /** A button or a command: nothing was typed. */
  static Asked nothing() {
    return nothingIn(Language.POLISH);
  }

  /** The same, answered in another language. */
  static Asked nothingIn(Language language) {
    return new Asked("", List.of(), language);
  }

  /** A text of the organisers' own, taken as a question: nothing to mend. */
  static Asked of(String text) {
    return new Asked(text, Word.of(text), Language.POLISH);
  }

  /**
   * The folded lemmas of some words and those beside them.
   *
   * @param alike folded lemmas of the texts' words that mean the same as some of the words
   */
  static Set<String> lemmas(List<Word> words, Set<String> alike) {
    var lemmas = new LinkedHashSet<String>();
    words.forEach(word -> lemmas.addAll(Lemmatizer.polish().lemmas(word.folded())));
    lemmas.addAll(alike);
    return Collections.unmodifiableSet(lemmas);
  }
}
