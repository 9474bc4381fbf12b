package pl.soclab.webinarbot.language;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that events need and the dictionary does not have, with their paradigms: {@code
 * own-words.txt}.
 */
final class OwnWords {
  private final Map<String, String> lemmaByForm;

  private OwnWords(Map<String, String> lemmaByForm) {
    this.lemmaByForm = Map.copyOf(lemmaByForm);
  }

  static OwnWords load() {
    var lemmas = new HashMap<String, String>();
    ResourceFile.lines(OwnWords.class, "own-words.txt").forEach(line -> add(line, lemmas));
    return new OwnWords(lemmas);
  }

  private static void add(String line, Map<String, String> lemmas) {
    int colon = line.indexOf(':');
    String lemma = line.substring(0, colon).strip();
    String[] parts = line.substring(colon + 1).strip().split("\\s+");
    lemmas.putIfAbsent(lemma, lemma);
    for (int i = 1; i < parts.length; i++) {
      lemmas.putIfAbsent(parts[0] + (parts[i].equals("-") ? "" : parts[i]), lemma);
    }
  }

  /** The lemma of a folded word; null for a word that is not one of ours. */
  @Nullable String lemma(String foldedWord) {
    return lemmaByForm.get(foldedWord);
  }
}
