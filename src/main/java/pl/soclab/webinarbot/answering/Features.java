package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.StopWords;
import pl.soclab.webinarbot.language.Word;

/**
 * What the topic classifier sees of a text: folded lemmas, the concepts they stand for, pairs of
 * neighbours of both kinds, and character n-grams of the folded words. The lemmas carry the
 * meaning, the concepts carry it over to words that no phrasing has, the n-grams survive typing
 * errors and words that no dictionary has.
 */
final class Features {
  private static final double LEMMA = 1.0;
  private static final double PAIR = 0.7;
  private static final double CONCEPT = 0.8;
  private static final double CONCEPT_PAIR = 0.5;
  private static final double GRAM = 0.45;

  /** Words such as "czy" and "jest" say less than others, but "kto" and "kiedy" say something. */
  private static final double STOP_WORD = 0.6;

  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 4;

  private static final StopWords STOP_WORDS = StopWords.load();
  private static final Concepts CONCEPTS = Concepts.load();

  /** The start of a text, as the left neighbour of its first word. */
  private static final Seen START = new Seen(List.of("^"), List.of());

  private final Map<String, Double> weights = new HashMap<>();

  private Features() {}

  /** What is seen of a word. */
  private record Seen(List<String> lemmas, List<String> concepts) {
    static Seen of(Word word) {
      List<String> lemmas = Lemmatizer.polish().lemmas(word.folded());
      return new Seen(lemmas, CONCEPTS.of(lemmas));
    }

    List<String> conceptsOrLemmas() {
      return concepts.isEmpty() ? lemmas : concepts;
    }
  }

  /** The features of some words with their weights, of length 1 in all. */
  static Map<String, Double> of(List<Word> words) {
    var features = new Features();
    Seen left = START;
    for (Word word : words) {
      Seen seen = Seen.of(word);
      double share = STOP_WORDS.contains(word.folded()) ? STOP_WORD : 1;
      features.addEach("l:", seen.lemmas(), LEMMA * share);
      features.addEach("c:", seen.concepts(), CONCEPT);
      features.addGrams(word.folded(), share);
      features.addPairs("p:", left.lemmas(), seen.lemmas(), PAIR);
      if (!seen.concepts().isEmpty() || !left.concepts().isEmpty()) {
        features.addPairs("q:", left.conceptsOrLemmas(), seen.conceptsOrLemmas(), CONCEPT_PAIR);
      }
      left = seen;
    }
    return features.normalised();
  }

  /** Whether a feature is a lemma or a concept, and no pair and no n-gram. */
  static boolean isWord(String feature) {
    return feature.startsWith("l:") || feature.startsWith("c:");
  }

  /** The concepts that a word stands for, by its lemmas. */
  static List<String> conceptsOf(List<String> lemmas) {
    return CONCEPTS.closely(lemmas);
  }

  /** The features of one word alone: its lemmas and concepts. */
  static List<String> words(List<String> lemmas) {
    var features = new ArrayList<String>();
    lemmas.forEach(lemma -> features.add("l:" + lemma));
    CONCEPTS.closely(lemmas).forEach(concept -> features.add("c:" + concept));
    return features;
  }

  private void addEach(String kind, List<String> values, double weight) {
    for (String value : values) {
      weights.merge(kind + value, weight / Math.sqrt(values.size()), Math::max);
    }
  }

  private void addPairs(String kind, List<String> left, List<String> right, double weight) {
    double each = weight / Math.sqrt((double) left.size() * right.size());
    for (String first : left) {
      for (String second : right) {
        weights.merge(kind + first + " " + second, each, Math::max);
      }
    }
  }

  private void addGrams(String word, double share) {
    String padded = "<" + word + ">";
    var grams = new ArrayList<String>();
    for (int size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
      for (int start = 0; start + size <= padded.length(); start++) {
        grams.add("g:" + padded.substring(start, start + size));
      }
    }
    double weight = GRAM * share / Math.sqrt(Math.max(1, grams.size()) / 4.0);
    grams.forEach(gram -> weights.merge(gram, weight, Math::max));
  }

  private Map<String, Double> normalised() {
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    weights.replaceAll((feature, weight) -> weight / length);
    return weights;
  }
}
