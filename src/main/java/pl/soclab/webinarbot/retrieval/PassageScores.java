package pl.soclab.webinarbot.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Grams;

/**
 * Which passages of an index and of what has changed since are the best for some words: by BM25
 * over folded lemmas and over character n-grams. The weights were chosen by measuring:
 * docs/retrieval.md.
 */
final class PassageScores {
  /** A word has a dozen n-grams and one lemma. */
  private static final float GRAM_BOOST = 0.2f;

  /** Headings tell which of two like passages is meant, but say less than the passage. */
  private static final float HEADINGS_BOOST = 0.5f;

  /** Terms looked for at most; nobody's question needs half of them. */
  private static final int MOST_TERMS = 800;

  private final List<LivePassages> leaves = new ArrayList<>();
  private final FieldScores lemmas;
  private final FieldScores headings;
  private final FieldScores grams;

  /**
   * Scores the passages of two indexes.
   *
   * @param gone files whose passages in {@code base} are not to be found
   * @param dead the passages of those files
   */
  PassageScores(PassageIndex base, List<IndexedFile> gone, PassageIndex young, PassageIndex dead) {
    try {
      if (base.size() > 0) {
        LeafReader reader = base.leaf();
        LiveReader living = gone.isEmpty() ? null : new LiveReader(reader, gone);
        leaves.add(
            new LivePassages(
                reader, base.columns(), living == null ? null : living.getLiveDocs(), 0));
      }
      if (young.size() > 0) {
        leaves.add(new LivePassages(young.leaf(), young.columns(), null, base.size()));
      }
      @Nullable LeafReader uncounted = dead.size() == 0 ? null : dead.leaf();
      lemmas = new FieldScores(PassageIndex.LEMMAS, 1, leaves, uncounted);
      headings = new FieldScores(PassageIndex.HEADINGS, HEADINGS_BOOST, leaves, uncounted);
      grams = new FieldScores(PassageIndex.GRAMS, GRAM_BOOST, leaves, uncounted);
    } catch (IOException e) {
      throw new UncheckedIOException("The index in memory cannot be read", e);
    }
  }

  /** A passage that has one of the words. */
  record Scored(LivePassages leaf, int passage, float score) {
    /**
     * The best first; those that are as near in the order of files and passages, as one index of
     * all has them.
     */
    private static final Comparator<Scored> BEST_FIRST =
        Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::placeOrder);

    private static int placeOrder(Scored one, Scored other) {
      return one.leaf == other.leaf
          ? Long.compare(one.leaf.place(one.passage), other.leaf.place(other.passage))
          : one.leaf.file(one.passage).compareTo(other.leaf.file(other.passage));
    }

    String file() {
      return leaf.file(passage).utf8ToString();
    }

    int number() {
      return leaf.number(passage);
    }
  }

  /** The best passages for some words, the best first; all words are optional. */
  List<Scored> best(List<SoughtWord> words, int limit) {
    if (leaves.isEmpty()) {
      return List.of();
    }
    double[] sums = sum(words).sums();
    var best = new PriorityQueue<>(Scored.BEST_FIRST.reversed());
    float least = 0;
    for (LivePassages leaf : leaves) {
      for (int passage = leaf.first(); passage < leaf.end(); passage++) {
        float score = (float) sums[passage];
        if (score > 0 && score >= least) {
          best.add(new Scored(leaf, passage, score));
          if (best.size() > limit) {
            best.remove();
            least = best.element().score();
          }
        }
      }
    }
    return best.stream().sorted(Scored.BEST_FIRST).toList();
  }

  private PassageSum sum(List<SoughtWord> words) {
    var sum = new PassageSum(leaves.getLast().end());
    Set<String> seen = new HashSet<>();
    int terms = 0;
    List<SoughtWord> heaviestFirst =
        words.stream().sorted(Comparator.comparing(SoughtWord::weight).reversed()).toList();
    for (SoughtWord word : heaviestFirst) {
      // What "których" looks like tells nothing, and its n-grams are half of the work.
      List<String> fresh =
          word.weight() < 1 ? List.of() : Grams.of(word.form()).stream().filter(seen::add).toList();
      terms += fresh.size() + 2 * word.lemmas().size();
      if (terms > MOST_TERMS) {
        break;
      }
      sum.addBest(word.lemmas().stream().map(lemmas::of).toList(), word.weight());
      sum.addBest(word.lemmas().stream().map(headings::of).toList(), word.weight());
      fresh.forEach(gram -> sum.add(grams.of(gram), 1));
    }
    return sum;
  }
}
