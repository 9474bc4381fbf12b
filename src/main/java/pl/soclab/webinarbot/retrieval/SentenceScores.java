package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sentence of a passage a question is about. A word tells one sentence of a passage from
 * another if few of them have it, however rare it is elsewhere: in a text on a school the word
 * "szkoła" tells nothing. Neither the length of a sentence nor how often it has a word matters.
 * Measured against BM25: docs/retrieval.md.
 *
 * <p>Words are compared when a passage that has them is scored: a search meets some hundred of the
 * texts' words, however many there are.
 */
final class SentenceScores {
  private static final float UNKNOWN = -1;

  private final List<Sought> words = new ArrayList<>();

  /** Numbers of the words met so far. */
  private final Map<WordForm, Integer> numbers = new IdentityHashMap<>();

  /** A sought word with how well each word met stands for it. */
  private static final class Sought {
    private final SoughtWord word;

    /** Empty for a word that is not to be compared by its looks. */
    private final long[] grams;

    private float[] standing = new float[0];

    Sought(SoughtWord word) {
      this.word = word;
      // "który" looks like "którego" and says nothing.
      boolean looks = word.weight() == 1 && WordForm.hasLooks(word.form());
      this.grams = looks ? WordForm.grams(word.form()) : new long[0];
    }

    float standing(WordForm form, int number) {
      if (number >= standing.length) {
        int known = standing.length;
        standing = Arrays.copyOf(standing, Math.max(256, 2 * number));
        Arrays.fill(standing, known, standing.length, UNKNOWN);
      }
      if (standing[number] == UNKNOWN) {
        standing[number] = form.hasOneOf(word.lemmas()) ? 1 : form.likeness(grams);
      }
      return standing[number];
    }
  }

  /** Prepares for some words, once for all passages. */
  SentenceScores(List<SoughtWord> words) {
    words.forEach(word -> this.words.add(new Sought(word)));
  }

  /** The scores of the sentences of one passage, in order. */
  double[] of(List<IndexedPassage.Sentence> sentences) {
    var scores = new double[sentences.size()];
    var best = new float[sentences.size()];
    List<int[]> numbered = sentences.stream().map(sentence -> numbers(sentence.forms())).toList();
    for (Sought sought : words) {
      double having = 0;
      for (int i = 0; i < best.length; i++) {
        best[i] = best(sentences.get(i).forms(), numbered.get(i), sought);
        having += best[i];
      }
      double rarity = Math.log((best.length + 1) / (having + 0.5));
      for (int i = 0; i < best.length; i++) {
        scores[i] += sought.word.weight() * rarity * best[i];
      }
    }
    return scores;
  }

  private int[] numbers(WordForm[] forms) {
    var numbered = new int[forms.length];
    for (int i = 0; i < forms.length; i++) {
      numbered[i] = numbers.computeIfAbsent(forms[i], ignored -> numbers.size());
    }
    return numbered;
  }

  private static float best(WordForm[] forms, int[] numbers, Sought sought) {
    float best = 0;
    for (int i = 0; i < forms.length; i++) {
      best = Math.max(best, sought.standing(forms[i], numbers[i]));
    }
    return best;
  }
}
