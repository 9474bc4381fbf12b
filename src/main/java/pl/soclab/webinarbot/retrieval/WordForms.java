package pl.soclab.webinarbot.retrieval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The distinct words of all texts, each kept once. Words that no text has any more stay: organisers
 * write far fewer than a language has. Safe for use by several threads.
 */
final class WordForms {
  private final Map<String, WordForm> forms = new ConcurrentHashMap<>();

  /** The one for a folded word. */
  WordForm of(String word) {
    WordForm form = forms.get(word);
    return form == null ? forms.computeIfAbsent(word, WordForm::new) : form;
  }
}
