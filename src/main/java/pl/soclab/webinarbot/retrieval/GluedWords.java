package pl.soclab.webinarbot.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Lemmatizer;

/**
 * Takes words apart that were typed without the space between them ("oktorej", "haslodozooma"): the
 * cheapest way to read the letters as known words, a word being cheaper the more often people type
 * it. Dynamic programming over the positions, as in segmenting text without spaces.
 */
final class GluedWords {
  private static final int SHORTEST_WHOLE = 6;
  private static final int LONGEST_WHOLE = 60;
  private static final int LONGEST_PART = 20;

  /** Each further word has to be worth it: "informacje" is not "in forma cje". */
  private static final double EACH_PART = 4;

  /** A word that the dictionary has and nobody types costs more than the rarest that is typed. */
  private static final double FOREIGN = 12;

  private static final int SHORTEST_FOREIGN = 5;

  /** What all parts together may cost, for each letter and in all: beyond, it is a name. */
  private static final double DEAREST_LETTER = 1.6;

  private static final double DEAREST = 6;

  private final Map<String, Double> costs = new HashMap<>();

  /** That of a word of the organisers' texts. */
  private final double rare;

  /**
   * Takes what is typed.
   *
   * @param typed folded, the most frequent first
   */
  GluedWords(Collection<String> typed) {
    int rank = 1;
    for (String word : typed) {
      costs.putIfAbsent(word, Math.log(++rank));
    }
    rare = Math.log(++rank);
  }

  /** One of the ways to read a beginning. */
  private record Reading(double cost, int start, @Nullable Reading before) {}

  /**
   * The words that one was glued from; empty where it is not glued.
   *
   * @param isWritten tells the words of the organisers' texts
   */
  List<String> parts(String word, Predicate<String> isWritten) {
    int length = word.length();
    if (length < SHORTEST_WHOLE || length > LONGEST_WHOLE) {
      return List.of();
    }
    var best = new Reading[length + 1];
    best[0] = new Reading(0, 0, null);
    for (int end = 1; end <= length; end++) {
      for (int start = Math.max(0, end - LONGEST_PART); start < end; start++) {
        Reading before = best[start];
        Double cost = before == null ? null : cost(word.substring(start, end), isWritten);
        if (cost != null
            && before != null
            && (best[end] == null || before.cost() + cost < best[end].cost())) {
          best[end] = new Reading(before.cost() + cost, start, before);
        }
      }
    }
    Reading whole = best[length];
    return whole == null || whole.cost() > DEAREST_LETTER * length + DEAREST
        ? List.of()
        : parts(word, whole);
  }

  private static List<String> parts(String word, Reading whole) {
    var parts = new ArrayList<String>();
    int end = word.length();
    for (Reading at = whole; at.before() != null; at = at.before()) {
      parts.addFirst(word.substring(at.start(), end));
      end = at.start();
    }
    return parts.size() > 1 ? parts : List.of();
  }

  private @Nullable Double cost(String part, Predicate<String> isWritten) {
    Double typed = costs.get(part);
    if (typed != null || isWritten.test(part)) {
      return EACH_PART + (typed == null ? rare : typed);
    }
    boolean isWord = part.length() >= SHORTEST_FOREIGN && Lemmatizer.polish().knows(part);
    return isWord ? Double.valueOf(EACH_PART + FOREIGN) : null;
  }
}
