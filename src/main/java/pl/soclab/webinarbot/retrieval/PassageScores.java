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

  /** Fewer are added up anew as quickly as they are found again. */
  private static final int MANY_TERMS = 20;

  private final List<LivePassages> leaves = new ArrayList<>();
  private final FieldScores lemmas;
  private final FieldScores headings;
  private final FieldScores grams;

  /** An answer looks for the words of a question alone, then for them and a topic's signs. */
  private volatile @Nullable Summed recent;

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
    for (LivePassages leaf : leaves) {
      for (int passage = leaf.first(); passage < leaf.end(); passage++) {
        float score = (float) sums[passage];
        if (score > 0 && (best.size() < limit || score >= best.element().score())) {
          add(new Scored(leaf, passage, score), best, limit);
        }
      }
    }
    return best.stream().sorted(Scored.BEST_FIRST).toList();
  }

  private static void add(Scored scored, PriorityQueue<Scored> best, int limit) {
    if (best.size() < limit) {
      best.add(scored);
    } else if (Scored.BEST_FIRST.compare(scored, best.element()) < 0) {
      best.remove();
      best.add(scored);
    }
  }

  private PassageSum sum(List<SoughtWord> words) {
    Summed before = recent;
    if (before != null && words.containsAll(before.words)) {
      List<SoughtWord> more = words.stream().filter(word -> !before.words.contains(word)).toList();
      Summed all = before.with(more, this);
      if (all.isWhole()) {
        return all.sum;
      }
    }
    var nothing = new Summed(new PassageSum(leaves.getLast().end()), Set.of(), Set.of(), 0);
    Summed all = nothing.with(words, this);
    if (all.isWhole() && all.terms >= MANY_TERMS) {
      recent = all;
    }
    return all.sum;
  }

  /**
   * Words and what they add up to.
   *
   * @param grams the n-grams of those that say something
   * @param terms how many terms they have; above {@link #MOST_TERMS} the last words are left out
   */
  private record Summed(PassageSum sum, Set<SoughtWord> words, Set<String> grams, int terms) {
    boolean isWhole() {
      return terms <= MOST_TERMS;
    }

    /** The same with some words more, the heaviest first. */
    Summed with(List<SoughtWord> more, PassageScores scores) {
      PassageSum all = sum.copy();
      Set<String> seen = new HashSet<>(grams);
      int count = terms;
      List<SoughtWord> heaviestFirst =
          more.stream().sorted(Comparator.comparing(SoughtWord::weight).reversed()).toList();
      for (SoughtWord word : heaviestFirst) {
        // What "których" looks like tells nothing, and its n-grams are half of the work.
        List<String> fresh =
            word.weight() < 1
                ? List.of()
                : Grams.of(word.form()).stream().filter(seen::add).toList();
        count += fresh.size() + 2 * word.lemmas().size();
        if (count > MOST_TERMS) {
          break;
        }
        all.addBest(word.lemmas().stream().map(scores.lemmas::of).toList(), word.weight());
        all.addBest(word.lemmas().stream().map(scores.headings::of).toList(), word.weight());
        fresh.forEach(gram -> all.add(scores.grams.of(gram), 1));
      }
      var together = new HashSet<>(words);
      together.addAll(more);
      return new Summed(all, together, seen, count);
    }
  }
}
