package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import pl.soclab.webinarbot.language.ResourceFile;

/**
 * Words that stand for the same thing when people ask about an event, from {@code concepts.txt}:
 * "bulić", "cena" and "opłata" are all about money.
 */
final class Concepts {
  private static final String FILE = "concepts.txt";

  /** Behind it stand words that mean more than the concept, or less. */
  private static final char BAR = '|';

  private final Map<String, List<String>> byLemma = new HashMap<>();
  private final Map<String, List<String>> closely = new HashMap<>();

  private Concepts() {}

  static Concepts load() {
    var concepts = new Concepts();
    ResourceFile.lines(Concepts.class, FILE).forEach(concepts::add);
    return concepts;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    String concept = line.substring(0, colon).strip();
    String words = line.substring(colon + 1);
    int bar = words.indexOf(BAR);
    add(concept, bar < 0 ? words : words.substring(0, bar), closely);
    add(concept, words.replace(BAR, ' '), byLemma);
  }

  private static void add(String concept, String lemmas, Map<String, List<String>> concepts) {
    for (String lemma : lemmas.strip().split("\\s+")) {
      concepts.computeIfAbsent(lemma, ignored -> new ArrayList<>()).add(concept);
    }
  }

  /** The concepts that some lemmas of one word stand for; empty for most words. */
  List<String> of(List<String> lemmas) {
    return of(lemmas, byLemma);
  }

  /** Those that they stand for and for nothing else beside. */
  List<String> closely(List<String> lemmas) {
    return of(lemmas, closely);
  }

  private static List<String> of(List<String> lemmas, Map<String, List<String>> byLemma) {
    // Most words stand for nothing, and all are asked many times on the way to an answer.
    if (lemmas.stream().noneMatch(byLemma::containsKey)) {
      return List.of();
    }
    var concepts = new LinkedHashSet<String>();
    lemmas.forEach(lemma -> concepts.addAll(byLemma.getOrDefault(lemma, List.of())));
    return List.copyOf(concepts);
  }
}
