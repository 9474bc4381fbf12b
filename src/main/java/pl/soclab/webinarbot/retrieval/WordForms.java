package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.soclab.webinarbot.language.Grams;
import pl.soclab.webinarbot.language.Lemmatizer;

/**
 * The distinct words of all sentences, and which of them a word of a question may mean: those with
 * a lemma in common, and those that look like it ("zarządca", "zarządzać"), by Dice's coefficient
 * of their n-grams.
 */
final class WordForms {
  /** Words that look less alike than this have an ending in common and no meaning. */
  private static final double LEAST_ALIKE = 0.35;

  /** Makes what looks alike count for less than what is the same. */
  private static final double DOUBT = 1.5;

  /** Three letters look like everything. */
  private static final int SHORTEST = 4;

  private final List<String> forms = new ArrayList<>();
  private final List<List<String>> lemmas = new ArrayList<>();
  private final List<Integer> gramCounts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, List<Integer>> byLemma = new HashMap<>();
  private final Map<String, List<Integer>> byGram = new HashMap<>();

  /** The number of a folded word, which is added where it is new. */
  int add(String form) {
    return numbers.computeIfAbsent(form, this::addNew);
  }

  private int addNew(String form) {
    int number = forms.size();
    List<String> grams = Grams.of(form);
    forms.add(form);
    gramCounts.add(grams.size());
    lemmas.add(Lemmatizer.polish().lemmas(form));
    lemmas
        .get(number)
        .forEach(lemma -> byLemma.computeIfAbsent(lemma, key -> new ArrayList<>(2)).add(number));
    if (form.length() >= SHORTEST) {
      grams.forEach(gram -> byGram.computeIfAbsent(gram, key -> new ArrayList<>()).add(number));
    }
    return number;
  }

  /** The folded lemmas of a word, by its number. */
  List<String> lemmas(int number) {
    return lemmas.get(number);
  }

  /**
   * How well each word stands for a sought one, from 0 to 1, by the words' numbers.
   *
   * @param looks whether to count words that only look like it
   */
  float[] standingFor(SoughtWord word, boolean looks) {
    var standing = new float[forms.size()];
    if (looks && word.form().length() >= SHORTEST) {
      addAlike(Grams.of(word.form()), standing);
    }
    for (String lemma : word.lemmas()) {
      byLemma.getOrDefault(lemma, List.of()).forEach(number -> standing[number] = 1);
    }
    return standing;
  }

  private void addAlike(List<String> grams, float[] standing) {
    for (String gram : grams) {
      byGram.getOrDefault(gram, List.of()).forEach(number -> standing[number]++);
    }
    for (int number = 0; number < standing.length; number++) {
      if (standing[number] > 0) {
        double alike = 2 * standing[number] / (grams.size() + gramCounts.get(number));
        standing[number] = alike < LEAST_ALIKE ? 0 : (float) Math.pow(alike, DOUBT);
      }
    }
  }
}
