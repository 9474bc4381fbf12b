package pl.soclab.webinarbot.answering;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.retrieval.Hit;

/**
 * What a question names and its answer leaves out, though another sentence of the event tells of
 * it: "kto czyta legendy?" is answered by who leads the walk and not yet by who reads.
 */
final class Unsaid {
  /** How much of a question such a sentence must hold. */
  private static final double COVERED = 0.35;

  /** How much of it a sentence of another text must hold: it may tell of anything. */
  private static final double COVERED_ELSEWHERE = 0.7;

  private final PassageFinder passages;
  private final BiPredicate<Topic, List<String>> speaksFor;

  /**
   * Looks for it.
   *
   * @param speaksFor whether a word, by its lemmas, is one that people use to ask for a topic
   */
  Unsaid(PassageFinder passages, BiPredicate<Topic, List<String>> speaksFor) {
    this.passages = passages;
    this.speaksFor = speaksFor;
  }

  /** The sentence; null where nothing is left out, or no sentence tells it. */
  @Nullable Hit find(Topic topic, Asked question, Event event, String answer) {
    Set<String> title = KeptLemmas.of(event.title());
    List<List<String>> content = passages.content(question.words());
    List<List<String>> beside =
        content.stream()
            .filter(
                word ->
                    word.stream().allMatch(lemma -> lemma.length() > 3)
                        && !speaksFor.test(topic, word))
            .filter(word -> word.stream().noneMatch(EventParts.EVENT::contains))
            .filter(word -> word.stream().noneMatch(title::contains))
            .filter(passages::isInFiles)
            .toList();
    Set<String> said = beside.isEmpty() ? Set.of() : Asked.of(answer).lemmas();
    List<List<String>> unsaid =
        beside.stream().filter(word -> word.stream().noneMatch(said::contains)).toList();
    if (unsaid.isEmpty()) {
      return null;
    }
    var expected = ExpectedAnswer.of(question, topic);
    return passages.nearest(question).stream()
        .filter(hit -> PassageFinder.belongs(hit, event.id(), topic.own()))
        .filter(hit -> !SmallPrint.isIn(hit) && !answer.contains(hit.sentence()))
        .filter(
            hit -> unsaid.stream().anyMatch(word -> word.stream().anyMatch(hit.lemmas()::contains)))
        .filter(expected::isIn)
        .map(hit -> passages.found(content, hit))
        .filter(found -> found.coverage() >= least(found.hit(), event))
        .max(Comparator.comparingDouble(PassageFinder.Found::coverage))
        .map(PassageFinder.Found::hit)
        .orElse(null);
  }

  private static double least(Hit hit, Event event) {
    return event.id().equals(hit.passage().eventId()) ? COVERED : COVERED_ELSEWHERE;
  }
}
