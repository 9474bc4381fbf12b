package pl.soclab.webinarbot.retrieval;

/**
 * BM25 of one term in the passages that have it.
 *
 * @param passages their numbers, in order
 * @param scores as many
 */
record TermScores(int[] passages, float[] scores) {
  /** Of a term that no passage has. */
  static final TermScores NONE = new TermScores(new int[0], new float[0]);

  int size() {
    return passages.length;
  }
}
