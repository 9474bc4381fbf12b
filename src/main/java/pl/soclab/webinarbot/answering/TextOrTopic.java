package pl.soclab.webinarbot.answering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Understanding.Result;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.language.Lemmatizer;

/**
 * Whether to trust what a question was taken for: a sentence of the texts may hold more of it than
 * the topic does, and a word may be left over that has nothing to do with either.
 */
final class TextOrTopic {
  /** Concepts of what is done at any event. */
  private static final Set<String> OF_TALKS = Set.of("about", "programme", "guest", "speak");

  private static final double FULLY_COVERED = 0.9;
  private static final int FEWEST_WORDS = 3;

  private final PassageFinder passages;
  private final Understanding understanding;

  TextOrTopic(PassageFinder passages, Understanding understanding) {
    this.passages = passages;
    this.understanding = understanding;
  }

  /**
   * Whether a question on an event holds a word that neither people who ask for its topics use nor
   * the event's text has: "czy dostaniemy koszulki stowarzyszenia?" does not ask for the
   * association.
   */
  boolean hasStranger(Asked asked, List<Topic> found, @Nullable Event event) {
    return event != null
        && found.stream().allMatch(Topic::isAboutEvent)
        && asked.words().size() <= Answerer.LONGEST_CONFIRMED
        && passages
            .content(
                asked.words().stream()
                    .filter(word -> Lemmatizer.polish().knows(word.folded()))
                    .toList())
            .stream()
            .filter(word -> word.stream().allMatch(lemma -> lemma.length() > 3))
            .filter(word -> word.stream().noneMatch(EventParts.EVENT::contains))
            .filter(word -> Features.conceptsOf(word).stream().noneMatch(OF_TALKS::contains))
            .filter(word -> !passages.isInEvent(word, event))
            .anyMatch(
                word -> found.stream().noneMatch(topic -> understanding.speaksFor(topic, word)));
  }

  /**
   * Whether a sentence answers better than the topic does: none was recognised, or it is in doubt,
   * or is none of an event's, or leaves a word of the question unexplained that the sentence holds.
   */
  boolean tellsMore(
      PassageFinder.Found found,
      Result understood,
      Asked asked,
      @Nullable Event event,
      Instant now) {
    Set<String> title = event == null ? Set.of() : KeptLemmas.of(event.title());
    List<List<String>> beside =
        passages.content(asked.words()).stream()
            .filter(word -> word.stream().noneMatch(title::contains))
            .toList();
    if (!(understood
        instanceof Result.Asked(List<Topic> topics, double confidence, Set<Topic> ignored))) {
      return true;
    }
    Topic topic = topics.getFirst();
    if (!topic.isAboutEvent()) {
      return found.coverage() >= FULLY_COVERED && found.words() >= 2;
    }
    if (topic.id().equals("time") && takesTimeForGranted(asked, event, now)) {
      return false;
    }
    // "Kiedy jest ten webinar?" says itself what it asks about.
    if (topic.id().equals("time") && asked.lemmas().stream().anyMatch(EventParts.EVENT::contains)) {
      return false;
    }
    boolean doubtful = confidence < Answerer.DOUBTFUL;
    // What the event is called is no thing beside it: "kiedy jest święto ulicy?"
    boolean holdsAll =
        found.isWhole() && found.words() >= 2 && ExpectedAnswer.of(asked).isDefinite();
    return !beside.isEmpty()
            && doubtful
            && found.coverage() >= FULLY_COVERED
            && (found.words() >= FEWEST_WORDS || holdsAll)
        || confidence < Answerer.SURE
            && beside.stream()
                .anyMatch(
                    word ->
                        !understanding.speaksFor(topic, word)
                            && word.stream().anyMatch(found.hit().lemmas()::contains)
                            && passages.isTelling(word));
  }

  /**
   * "To w niedzielę 13.06 pod młynem, tak?" is put right by the sessions, whatever else it names.
   */
  private static boolean takesTimeForGranted(Asked asked, @Nullable Event event, Instant now) {
    return event != null
        && !event.sessions().isEmpty()
        && asked.words().size() <= Answerer.LONGEST_CONFIRMED
        && Confirmation.canBeConfirmed(asked)
        && TimeMentions.of(asked, LocalDate.ofInstant(now, event.zone())).nameTime();
  }
}
