package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.TopicClassifier.Guess;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;

/**
 * What a message asks for: the topics that the classifier is sure of, in the whole message and in
 * each of its clauses.
 */
final class Understanding {
  /**
   * From here on a topic counts as asked for. Calibrated by cross-validation, see docs/decisions.
   */
  private static final double SURE = 0.42;

  /**
   * From here on a clause of its own counts as a further question: clauses are short, and short
   * texts deceive.
   */
  private static final double SURE_OF_CLAUSE = 0.5;

  /** From here on a topic is offered when the bot asks back. */
  private static final double POSSIBLE = 0.22;

  private static final int MOST_TOPICS = 3;

  /** Folded words behind which a further question may start. */
  private static final Set<String> JOINTS =
      Set.of("i", "oraz", "a", "czy", "ale", "bo", "tylko", "and", "та", "і", "й");

  private final TopicClassifier classifier;

  Understanding(TopicClassifier classifier) {
    this.classifier = classifier;
  }

  /** What was understood. */
  sealed interface Result {
    /** These topics are asked for, in this order. */
    record Asked(List<Topic> topics) implements Result {}

    /** One of these may be asked for. */
    record Unsure(List<Topic> topics) implements Result {}

    /** No topic was recognised. */
    record Nothing() implements Result {}
  }

  Result understand(String text) {
    List<Word> words = Word.of(text);
    if (words.isEmpty()) {
      return new Result.Nothing();
    }
    List<Guess> whole = classifier.classify(words);
    Map<Topic, Double> asked = new LinkedHashMap<>();
    for (List<Word> clause : clauses(text, words)) {
      Guess best = classifier.classify(clause).getFirst();
      if (best.confidence() >= SURE_OF_CLAUSE) {
        asked.merge(best.topic(), best.confidence(), Math::max);
      }
    }
    Guess best = whole.getFirst();
    if (best.confidence() >= SURE) {
      asked.merge(best.topic(), best.confidence(), Math::max);
    }
    if (!asked.isEmpty()) {
      return new Result.Asked(withoutCourtesies(asked));
    }
    List<Topic> possible =
        whole.stream()
            .filter(guess -> guess.confidence() >= POSSIBLE)
            .map(Guess::topic)
            .limit(MOST_TOPICS)
            .toList();
    return possible.isEmpty() ? new Result.Nothing() : new Result.Unsure(possible);
  }

  /**
   * A greeting or thanks around a question is no question; it is answered only where it stands
   * alone.
   */
  private static List<Topic> withoutCourtesies(Map<Topic, Double> asked) {
    List<Topic> real =
        asked.keySet().stream().filter(Topic::isAboutEvent).limit(MOST_TOPICS).toList();
    return real.isEmpty() ? List.of(asked.keySet().iterator().next()) : real;
  }

  private static List<List<Word>> clauses(String text, List<Word> words) {
    var clauses = new ArrayList<List<Word>>();
    var clause = new ArrayList<Word>();
    @Nullable Word previous = null;
    for (Word word : words) {
      boolean ended =
          previous != null
              && text.substring(previous.end(), word.start())
                  .chars()
                  .anyMatch(c -> ".,?!;:–\n(".indexOf(c) >= 0);
      if ((ended || JOINTS.contains(word.folded())) && !clause.isEmpty()) {
        clauses.add(List.copyOf(clause));
        clause.clear();
      }
      clause.add(word);
      previous = word;
    }
    clauses.add(clause);
    return clauses.size() == 1
        ? List.of()
        : clauses.stream().filter(Understanding::saysSomething).toList();
  }

  private static boolean saysSomething(List<Word> clause) {
    return clause.stream()
            .anyMatch(word -> !JOINTS.contains(word.folded()) && word.folded().length() > 1)
        && clause.stream()
            .anyMatch(
                word -> Lemmatizer.polish().knows(word.folded()) || word.folded().length() > 3);
  }
}
