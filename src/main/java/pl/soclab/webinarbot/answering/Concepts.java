package pl.soclab.webinarbot.answering;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Words that stand for the same thing when people ask about an event, from {@code concepts.txt}:
 * "bulić", "cena" and "opłata" are all about money.
 */
final class Concepts {
  private static final String FILE = "concepts.txt";

  private final Map<String, List<String>> byLemma;

  private Concepts(Map<String, List<String>> byLemma) {
    this.byLemma = byLemma;
  }

  static Concepts load() {
    var byLemma = new HashMap<String, List<String>>();
    var stream = Objects.requireNonNull(Concepts.class.getResourceAsStream(FILE), FILE);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(line, byLemma));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
    return new Concepts(byLemma);
  }

  private static void add(String line, Map<String, List<String>> byLemma) {
    int colon = line.indexOf(':');
    for (String lemma : line.substring(colon + 1).strip().split("\\s+")) {
      byLemma
          .computeIfAbsent(lemma, ignored -> new ArrayList<>())
          .add(line.substring(0, colon).strip());
    }
  }

  /** The concepts that some lemmas of one word stand for; empty for most words. */
  List<String> of(List<String> lemmas) {
    var concepts = new LinkedHashSet<String>();
    lemmas.forEach(lemma -> concepts.addAll(byLemma.getOrDefault(lemma, List.of())));
    return List.copyOf(concepts);
  }
}
