package pl.soclab.webinarbot.retrieval;

import java.util.List;

/**
 * The scores of all passages for one question, added up word by word. Lucene's disjunctions are
 * made for few words that many texts have; a question has a hundred n-grams, and setting up a
 * scorer for each took ten times as long as this.
 */
final class PassageSum {
  private final double[] sums;

  /** The best of an ambiguous word's lemmas. */
  private float[] best = new float[0];

  private int[] touched = new int[0];

  /**
   * Nothing is added up yet.
   *
   * @param passages how many there are
   */
  PassageSum(int passages) {
    this(new double[passages]);
  }

  private PassageSum(double[] sums) {
    this.sums = sums;
  }

  /** Goes on by itself; this one stays as it is. */
  PassageSum copy() {
    return new PassageSum(sums.clone());
  }

  double[] sums() {
    return sums;
  }

  /** Adds a term. */
  void add(TermScores term, float weight) {
    for (int i = 0; i < term.size(); i++) {
      sums[term.passages()[i]] += weight * term.scores()[i];
    }
  }

  /** Adds the best of some terms: an ambiguous word counts once, by one of its lemmas. */
  void addBest(List<TermScores> terms, float weight) {
    if (terms.size() == 1) {
      add(terms.getFirst(), weight);
      return;
    }
    int most = terms.stream().mapToInt(TermScores::size).sum();
    if (most == 0) {
      return;
    }
    if (best.length == 0) {
      best = new float[sums.length];
    }
    touched = touched.length < most ? new int[most] : touched;
    int count = 0;
    for (TermScores term : terms) {
      for (int i = 0; i < term.size(); i++) {
        int passage = term.passages()[i];
        if (best[passage] == 0) {
          touched[count++] = passage;
        }
        best[passage] = Math.max(best[passage], term.scores()[i]);
      }
    }
    for (int i = 0; i < count; i++) {
      sums[touched[i]] += weight * best[touched[i]];
      best[touched[i]] = 0;
    }
  }
}
