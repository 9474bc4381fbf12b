package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.retrieval.Hit;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;
import pl.soclab.webinarbot.retrieval.SoughtWord;

/**
 * Questions that a sentence of a certain shape answers and no fact of an event does: until when
 * opinions are taken, what has to be written into a form, what happens when it rains, how many
 * there are of a thing.
 */
final class TellingSentences {
  /** The topic of a question that is recognised as nothing. */
  static final String NOTHING = "nothing";

  private static final int CANDIDATES = 20;

  private static final List<TellingKind> KINDS = TellingKind.load();

  private final KnowledgeIndex index;
  private final BiPredicate<Topic, List<String>> speaksFor;

  TellingSentences(KnowledgeIndex index, BiPredicate<Topic, List<String>> speaksFor) {
    this.index = index;
    this.speaksFor = speaksFor;
  }

  /** The sentence that answers; null where the question is none of these, or no sentence does. */
  @Nullable Hit find(Topic topic, Asked question, Event event) {
    Hit told = find(topic.id(), question, event);
    return told == null ? counted(topic, question, event) : told;
  }

  /**
   * As {@link #find(Topic, Asked, Event)}, but for numbers of things.
   *
   * @param topic the id of a topic, or {@link #NOTHING}
   */
  @Nullable Hit find(String topic, Asked question, Event event) {
    for (TellingKind kind : KINDS) {
      if (kind.isAskedBy(topic, question, event)) {
        var words = new ArrayList<String>();
        kind.tells().forEach(words::addAll);
        Hit hit = best(event, words, question, kind::isToldBy);
        if (hit != null) {
          return hit;
        }
      }
    }
    return null;
  }

  /** Whether a question is of a kind that nothing but such a sentence answers. */
  boolean wants(Topic topic, Asked question, Event event) {
    return KINDS.stream()
        .anyMatch(kind -> kind.only() && kind.isAskedBy(topic.id(), question, event));
  }

  /** "Ile linii ma być po zmianie?": a sentence with so many lines, whatever else is asked. */
  private @Nullable Hit counted(Topic topic, Asked question, Event event) {
    var expected = ExpectedAnswer.of(question);
    List<String> things = List.copyOf(expected.counted());
    boolean counts =
        !things.isEmpty()
            && things.stream().noneMatch(EventParts.EVENT::contains)
            && EverydayWords.isThing(things)
            && !speaksFor.test(topic, things);
    return counts
        ? best(
            event,
            things,
            Asked.nothing(),
            hit -> things.stream().anyMatch(hit.lemmas()::contains) && expected.isIn(hit))
        : null;
  }

  /** Of the sentences that answer, the one that holds most of what is asked. */
  private @Nullable Hit best(
      Event event, List<String> words, Asked question, Predicate<Hit> answers) {
    List<SoughtWord> sought = words.stream().map(word -> SoughtWord.of(List.of(word))).toList();
    return index.search(sought, CANDIDATES).stream()
        .filter(hit -> event.id().equals(hit.passage().eventId()))
        .filter(hit -> !SmallPrint.isIn(hit))
        .filter(answers)
        // The first of the best: equal ones stay in the order of the search.
        .min(Comparator.comparingLong(hit -> -common(question.lemmas(), hit)))
        .orElse(null);
  }

  private static long common(Set<String> lemmas, Hit hit) {
    return lemmas.stream().filter(hit.lemmas()::contains).count();
  }
}
