package pl.soclab.webinarbot.answering;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/**
 * A question on its way to an answer.
 *
 * @param text as typed; empty for a button or a command
 * @param words its words, typing errors mended
 */
record Asked(String text, List<Word> words) {
  /** A button or a command: nothing was typed. */
  static Asked nothing() {
    return new Asked("", List.of());
  }

  /** The folded lemmas of all words. */
  Set<String> lemmas() {
    var lemmas = new LinkedHashSet<String>();
    words.forEach(word -> lemmas.addAll(Lemmatizer.polish().lemmas(word.folded())));
    return lemmas;
  }
}
