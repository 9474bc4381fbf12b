package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.List;

/**
 * Which sentence of a passage a question is about. A word tells one sentence of a passage from
 * another if few of them have it, however rare it is elsewhere: in a text on a school the word
 * "szkoła" tells nothing. Neither the length of a sentence nor how often it has a word matters.
 * Measured against BM25: docs/retrieval.md.
 */
final class SentenceScores {
  private record Sought(float weight, float[] standing) {}

  private final List<Sought> words = new ArrayList<>();

  /** Prepares for some words, once for all passages. */
  SentenceScores(List<SoughtWord> words, WordForms forms) {
    for (SoughtWord word : words) {
      // "który" looks like "którego" and says nothing.
      boolean looks = word.weight() == 1;
      this.words.add(new Sought(word.weight(), forms.standingFor(word, looks)));
    }
  }

  /**
   * The scores of the sentences of one passage, in order.
   *
   * @param sentences the numbers of each one's words
   */
  double[] of(List<int[]> sentences) {
    var scores = new double[sentences.size()];
    var best = new float[sentences.size()];
    for (Sought word : words) {
      double having = 0;
      for (int i = 0; i < best.length; i++) {
        best[i] = best(sentences.get(i), word.standing());
        having += best[i];
      }
      double rarity = Math.log((best.length + 1) / (having + 0.5));
      for (int i = 0; i < best.length; i++) {
        scores[i] += word.weight() * rarity * best[i];
      }
    }
    return scores;
  }

  private static float best(int[] sentence, float[] standing) {
    float best = 0;
    for (int form : sentence) {
      best = Math.max(best, standing[form]);
    }
    return best;
  }
}
