package pl.soclab.webinarbot.questions;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which questions ask the same: those of one topic, whatever the words, and those of one meaning.
 *
 * <p>Questions of one topic may still ask for different things ("czy będzie parking?", "jaki
 * autobus tam jedzie?"), and an organiser answers what is shown. Hence a group that shows as many
 * phrasings as it can takes only what is like one of them; the others of the topic open another
 * group.
 *
 * <p>The threshold was chosen on the 321 questions of the evaluation sets that get no answer:
 * {@code GroupingTest} holds the figures.
 */
final class Grouping {
  /** So many phrasings are kept of a group. */
  static final int MOST_SAMPLES = 5;

  /** From this share of common words on two questions ask the same. */
  static final double ALIKE = 0.6;

  private Grouping() {}

  /**
   * A group that a question may belong to.
   *
   * @param topic null for none
   * @param samples its phrasings, in the order of their numbers
   */
  record Group(long id, @Nullable String topic, List<String> samples) {
    Group {
      samples = List.copyOf(samples);
    }

    /** The position of the sample that says just the same; -1 for none. */
    int same(Meaning meaning) {
      for (int i = 0; i < samples.size(); i++) {
        if (Meaning.of(samples.get(i)).isSame(meaning)) {
          return i;
        }
      }
      return -1;
    }
  }

  /** The group that a question belongs to; null for a new one. Earlier groups win a tie. */
  static @Nullable Group of(List<Group> groups, Unanswered question) {
    Meaning meaning = Meaning.of(question.text());
    @Nullable Group best = null;
    double bestLikeness = 0;
    for (Group group : groups) {
      double likeness = likeness(group, question, meaning);
      if (likeness > bestLikeness) {
        best = group;
        bestLikeness = likeness;
      }
    }
    return best;
  }

  /** Above 0 where it belongs there. */
  private static double likeness(Group group, Unanswered question, Meaning meaning) {
    double most = 0;
    for (String sample : group.samples()) {
      Meaning other = Meaning.of(sample);
      most = Math.max(most, other.isSame(meaning) ? 1 : other.likeness(meaning));
    }
    boolean bothKnown = group.topic() != null && question.topic() != null;
    boolean sameTopic = bothKnown && Objects.equals(group.topic(), question.topic());
    // "Ile kosztuje parking?" and "czy jest parking?" have most of their words in common.
    double least = bothKnown && !sameTopic ? 1 : ALIKE;
    if (most >= least) {
      return sameTopic ? 1 + most : most;
    }
    return sameTopic && group.samples().size() < MOST_SAMPLES ? 1 : 0;
  }
}
