package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How often each of many words counts. A change makes new counts, which share what did not change
 * with the old ones: all of a folder's words are copied only once in so many changes. Immutable.
 */
final class Counts {
  /** As long as changes are few, looking them up first costs less than copying all. */
  private static final int FEW = 2000;

  private final Map<String, Integer> base;
  private final Map<String, Integer> changed;

  private Counts(Map<String, Integer> base, Map<String, Integer> changed) {
    this.base = base;
    this.changed = changed;
  }

  /** Nothing counts. */
  static Counts none() {
    return new Counts(Map.of(), Map.of());
  }

  /** How often a word counts; 0 for one that does not. */
  int of(String word) {
    Integer count = changed.get(word);
    return count == null ? base.getOrDefault(word, 0) : count;
  }

  /** These with some counts added; what is taken away is added as a negative number. */
  Counts plus(Stream<Map<String, Integer>> all) {
    var now = new HashMap<>(changed);
    all.forEach(
        counts ->
            counts.forEach(
                (word, count) -> now.merge(word, of(word) + count, (old, own) -> old + count)));
    if (now.size() <= Math.max(FEW, base.size() / 8)) {
      return new Counts(base, now);
    }
    var merged = new HashMap<>(base);
    merged.putAll(now);
    merged.values().removeIf(count -> count == 0);
    return new Counts(merged, Map.of());
  }

  /** The same counts taken away. */
  static Map<String, Integer> negative(Map<String, Integer> counts) {
    Map<String, Integer> negative = HashMap.newHashMap(counts.size());
    counts.forEach((word, count) -> negative.put(word, -count));
    return negative;
  }

  /** What counted when all was copied last; the same map for as long as it was not again. */
  Map<String, Integer> base() {
    return base;
  }

  /** Words that count now and did not then. */
  List<String> added() {
    return differing(true);
  }

  /** Words that counted then and do not now. */
  List<String> removed() {
    return differing(false);
  }

  private List<String> differing(boolean isAdded) {
    var words = new ArrayList<String>();
    changed.forEach(
        (word, count) -> {
          if (isAdded
              ? count > 0 && !base.containsKey(word)
              : count == 0 && base.containsKey(word)) {
            words.add(word);
          }
        });
    return words;
  }
}
