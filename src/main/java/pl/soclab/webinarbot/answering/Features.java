package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/**
 * What the topic classifier sees of a text: folded lemmas, pairs of neighbouring lemmas, and
 * character n-grams of the folded words. The lemmas carry the meaning, the n-grams survive typing
 * errors and words that no dictionary has.
 */
final class Features {
  private static final double LEMMA = 1.0;
  private static final double PAIR = 0.7;
  private static final double GRAM = 0.45;

  /** Words such as "czy" and "jest" say less than others, but "kto" and "kiedy" say something. */
  private static final double STOP_WORD = 0.6;

  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 4;

  private static final StopWords STOP_WORDS = StopWords.load();

  private Features() {}

  /** The features of some words with their weights, of length 1 in all. */
  static Map<String, Double> of(List<Word> words) {
    var weights = new HashMap<String, Double>();
    List<List<String>> lemmas =
        words.stream().map(word -> Lemmatizer.polish().lemmas(word.folded())).toList();
    for (int i = 0; i < lemmas.size(); i++) {
      double share = STOP_WORDS.contains(words.get(i).folded()) ? STOP_WORD : 1;
      addLemmas(lemmas.get(i), share, weights);
      addGrams(words.get(i).folded(), share, weights);
      addPairs(i == 0 ? List.of("^") : lemmas.get(i - 1), lemmas.get(i), weights);
    }
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    weights.replaceAll((feature, weight) -> weight / length);
    return weights;
  }

  private static void addLemmas(List<String> lemmas, double share, Map<String, Double> weights) {
    for (String lemma : lemmas) {
      weights.merge("l:" + lemma, LEMMA * share / Math.sqrt(lemmas.size()), Math::max);
    }
  }

  private static void addPairs(List<String> left, List<String> right, Map<String, Double> weights) {
    double weight = PAIR / Math.sqrt((double) left.size() * right.size());
    for (String first : left) {
      for (String second : right) {
        weights.merge("p:" + first + " " + second, weight, Math::max);
      }
    }
  }

  private static void addGrams(String word, double share, Map<String, Double> weights) {
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
}
