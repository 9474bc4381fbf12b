package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.Comparator;
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
  /** From here on a topic counts as asked for, whatever the others. */
  private static final double SURE = 0.4;

  /** From here on a topic counts as asked for, if it leads clearly. */
  private static final double LIKELY = 0.15;

  /** A clear lead: so many times the confidence of the next topic. */
  private static final double LEAD = 1.8;

  /**
   * From here on a clause counts as a further question: clauses are short, and short texts deceive.
   */
  private static final double SURE_OF_CLAUSE = 0.5;

  /** Below this a topic of a clause contradicts the whole message. */
  private static final double CONCEIVABLE = 0.03;

  /** From here on a topic is offered when the bot asks back. */
  private static final double POSSIBLE = 0.12;

  private static final int MOST_TOPICS = 3;

  /** Folded words behind which a further question may start. */
  private static final Set<String> JOINTS =
      Set.of("i", "oraz", "a", "czy", "ale", "bo", "tylko", "and", "та", "і", "й");

  /** Folded words that open a follow-up ("a link?", "i hasło też"). */
  private static final Set<String> OPENERS =
      Set.of("a", "i", "oraz", "ale", "and", "а", "і", "й", "та");

  /** Longer messages say themselves what they are about. */
  private static final int LONGEST_FOLLOW_UP = 5;

  /** How much likelier a follow-up is about something next to what was talked about. */
  private static final double NEXT_BOOST = 1.8;

  private final Topics topics;
  private final Classifiers classifiers;

  Understanding(Topics topics, Classifiers classifiers) {
    this.topics = topics;
    this.classifiers = classifiers;
  }

  /** What was understood. */
  sealed interface Result {
    /**
     * These topics are asked for, in this order.
     *
     * @param confidence of the first
     */
    record Asked(List<Topic> topics, double confidence) implements Result {}

    /** One of these may be asked for. */
    record Unsure(List<Topic> topics) implements Result {}

    /** No topic was recognised. */
    record Nothing() implements Result {}
  }

  /** Understands a message, in the light of what was talked about just before. */
  Result understand(Asked message, Question.Thread thread) {
    List<Word> words = message.words();
    if (words.isEmpty()) {
      return new Result.Nothing();
    }
    List<Guess> whole = classify(words, thread);
    Map<Topic, Double> asked = new LinkedHashMap<>();
    for (List<Word> clause : clauses(message.text(), words)) {
      List<Guess> guesses = classifiers.classify(clause);
      if (leads(guesses, SURE_OF_CLAUSE) && isPossible(guesses.getFirst().topic(), whole)) {
        asked.merge(guesses.getFirst().topic(), guesses.getFirst().confidence(), Math::max);
      }
    }
    if (asked.size() < 2
        && (leads(whole, LIKELY) || (!whole.isEmpty() && whole.getFirst().confidence() >= SURE))) {
      asked.merge(whole.getFirst().topic(), whole.getFirst().confidence(), Math::max);
    }
    if (!asked.isEmpty()) {
      List<Topic> found = withoutCourtesies(asked);
      return new Result.Asked(found, asked.getOrDefault(found.getFirst(), 0.0));
    }
    List<Topic> possible =
        whole.stream()
            .filter(guess -> guess.confidence() >= POSSIBLE)
            .map(Guess::topic)
            .limit(MOST_TOPICS)
            .toList();
    return possible.isEmpty() ? new Result.Nothing() : new Result.Unsure(possible);
  }

  /** A clause may deceive; the whole message must not speak against its topic. */
  private static boolean isPossible(Topic topic, List<Guess> whole) {
    return whole.stream()
        .anyMatch(guess -> guess.topic().equals(topic) && guess.confidence() >= CONCEIVABLE);
  }

  private List<Guess> classify(List<Word> words, Question.Thread thread) {
    List<Guess> guesses = classifiers.classify(words);
    if (!isFollowUp(words, thread)) {
      return guesses;
    }
    Topic previous = topics.find(thread.topics().getFirst());
    return previous == null
        ? guesses
        : guesses.stream()
            .map(guess -> previous.isNextTo(guess.topic()) ? guess.times(NEXT_BOOST) : guess)
            .sorted(Comparator.comparingDouble(Guess::confidence).reversed())
            .toList();
  }

  private static boolean isFollowUp(List<Word> words, Question.Thread thread) {
    return !thread.topics().isEmpty()
        && words.size() <= LONGEST_FOLLOW_UP
        && (words.size() <= 2 || OPENERS.contains(words.getFirst().folded()));
  }

  private static boolean leads(List<Guess> guesses, double least) {
    return guesses.size() > 1
        && guesses.getFirst().confidence() >= least
        && guesses.getFirst().confidence() >= LEAD * guesses.get(1).confidence();
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
