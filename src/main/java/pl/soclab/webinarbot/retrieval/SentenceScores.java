package pl.soclab.webinarbot.retrieval;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which sentence of a passage a question is about. A word tells one sentence of a passage from
 * another if few of them have it, however rare it is elsewhere: in a text on a school the word
 * "szkoła" tells nothing. Neither the length of a sentence nor how often it has a word matters.
 * Measured against BM25: docs/retrieval.md.
 *
 * <p>What a word gives to the sentences of a passage depends on nothing else, and is kept: the
 * searches of one answer have most words in common, and topics look for the same signs each time.
 * Safe for use by many threads.
 */
final class SentenceScores {
  /** Pairs of a word and a passage, some 100 bytes each, until all are dropped. */
  private static final int MOST_KEPT = 16_384;

  /** For a passage that has nothing like the word. */
  private static final double[] NOTHING = new double[0];

  private final Map<SoughtWord, Map<IndexedPassage, double[]>> kept = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /** The scores of the sentences of each passage for some words, in order. */
  List<double[]> of(List<SoughtWord> words, List<IndexedPassage> passages) {
    List<double[]> scores =
        passages.stream().map(passage -> new double[passage.sentences().size()]).toList();
    for (SoughtWord word : words) {
      Map<IndexedPassage, double[]> known = kept.computeIfAbsent(word, ignored -> counted());
      Sought sought = null;
      for (int i = 0; i < passages.size(); i++) {
        IndexedPassage passage = passages.get(i);
        double[] part = known.get(passage);
        if (part == null) {
          sought = sought == null ? Sought.of(word) : sought;
          part = part(sought, passage.sentences());
          known.put(passage, part);
          count.incrementAndGet();
        }
        add(part, scores.get(i));
      }
    }
    if (count.get() > MOST_KEPT) {
      count.set(0);
      kept.clear();
    }
    return scores;
  }

  private Map<IndexedPassage, double[]> counted() {
    count.incrementAndGet();
    return new ConcurrentHashMap<>();
  }

  private static void add(double[] part, double[] scores) {
    for (int i = 0; i < part.length; i++) {
      scores[i] += part[i];
    }
  }

  /** What a word gives to each sentence of a passage. */
  private static double[] part(Sought sought, List<IndexedPassage.Sentence> sentences) {
    var best = new float[sentences.size()];
    double having = 0;
    for (int i = 0; i < best.length; i++) {
      best[i] = sought.best(sentences.get(i).forms());
      having += best[i];
    }
    if (having == 0) {
      return NOTHING;
    }
    double rarity = Math.log((best.length + 1) / (having + 0.5));
    var part = new double[best.length];
    for (int i = 0; i < best.length; i++) {
      part[i] = sought.word.weight() * rarity * best[i];
    }
    return part;
  }

  /**
   * A word that is looked for.
   *
   * @param looks empty for a word that is not to be compared by its looks
   */
  private record Sought(SoughtWord word, long lemmaBits, Looks looks) {
    static Sought of(SoughtWord word) {
      // "który" looks like "którego" and says nothing.
      boolean hasLooks = word.weight() == 1 && WordForm.hasLooks(word.form());
      return new Sought(
          word, WordForm.bits(word.lemmas()), hasLooks ? Looks.of(word.form()) : Looks.NONE);
    }

    /** How well the words of a sentence stand for it. */
    float best(WordForm[] forms) {
      float best = 0;
      for (WordForm form : forms) {
        if (form.hasOneOf(word.lemmas(), lemmaBits)) {
          return 1;
        }
        best = Math.max(best, form.likeness(looks));
      }
      return best;
    }
  }
}
