package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
  private static final double LIKELY = 0.18;

  /** A clear lead: so many times the confidence of the next topic. */
  private static final double LEAD = 1.5;

  /**
   * From here on a clause counts as a further question: clauses are short, and short texts deceive.
   */
  private static final double SURE_OF_CLAUSE = 0.5;

  /** Below this a topic of a clause contradicts the whole message. */
  private static final double CONCEIVABLE = 0.01;

  /** From here on a clause needs no support from the whole message. */
  private static final double CLEAR = 0.8;

  /** From here on the second of two related topics may be the one that is meant. */
  private static final double SHARED = 0.18;

  /** And both together from here on. */
  private static final double SHARED_BY_TWO = 0.45;

  /** From here on a topic is offered when the bot asks back. */
  private static final double POSSIBLE = 0.12;

  /** A longer message that begins with a greeting asks something. */
  private static final int LONGEST_COURTESY = 9;

  /** Below this the choices would most often not hold what was meant. */
  private static final double WORTH_ASKING = 0.3;

  private static final int MOST_TOPICS = 3;

  /** Folded words behind which a further question may start. */
  private static final Set<String> JOINTS =
      Set.of("i", "oraz", "a", "czy", "ale", "bo", "tylko", "and", "та", "і", "й");

  /** Lemmas of the words that questions begin with. */
  private static final Set<String> QUESTION_WORDS =
      Set.of(
          "jaki", "ktory", "kto", "co", "gdzie", "kiedy", "ile", "jak", "czyj", "skad", "who",
          "what", "where", "when", "how", "which", "хто", "що", "де", "коли", "як", "який",
          "скільки");

  /** Folded words that open a follow-up ("a link?", "i hasło też"). */
  private static final Set<String> OPENERS =
      Set.of("a", "i", "oraz", "ale", "and", "а", "і", "й", "та");

  /** Longer messages say themselves what they are about. */
  private static final int LONGEST_FOLLOW_UP = 5;

  /** How much likelier a follow-up is about something next to what was talked about. */
  private static final double NEXT_BOOST = 4;

  private final Topics topics;
  private final Classifiers classifiers;
  private final OwnPhrasings phrasings;
  private final BareQuestions bareQuestions;

  /**
   * An understanding of questions.
   *
   * @param phrasings the organisers' own, which win over the classifiers
   */
  Understanding(Topics topics, Classifiers classifiers, OwnPhrasings phrasings) {
    this.topics = topics;
    this.classifiers = classifiers;
    this.phrasings = phrasings;
    this.bareQuestions = new BareQuestions(topics);
  }

  /** What the words of a message are about, by what the files hold. */
  enum Subject {
    /** It holds a word of the event's own text: hardly one about the world. */
    THE_EVENT(0.3),
    /** It holds nothing but words that people use of any event: "gdzie to jest i ile kosztuje?" */
    ANY_EVENT(0.05),
    UNKNOWN(1);

    /** Below this share of all other topics "out of scope" is believed nevertheless. */
    private final double leastLeft;

    Subject(double leastLeft) {
      this.leastLeft = leastLeft;
    }
  }

  /** What was understood. */
  sealed interface Result {
    /**
     * These topics are asked for, in this order.
     *
     * @param confidence of the first
     * @param alternatives those of the topics of which one or the other is meant: what the files do
     *     not say of one of them need not be told
     */
    record Asked(List<Topic> topics, double confidence, Set<Topic> alternatives)
        implements Result {}

    /** One of these may be asked for. */
    record Unsure(List<Topic> topics) implements Result {}

    /** No topic was recognised. */
    record Nothing() implements Result {}
  }

  /**
   * Understands a message, in the light of what was talked about just before.
   *
   * @param subject what its words are about
   */
  Result understand(Asked message, Question.Thread thread, Subject subject) {
    List<Word> words = message.words();
    if (words.isEmpty()) {
      return new Result.Nothing();
    }
    List<Word> unopened = withoutOpener(words);
    OwnPhrasings.Match own = phrasings.match(unopened);
    if (own != null && own.isExact()) {
      return new Result.Asked(List.of(own.topic()), own.likeness(), Set.of());
    }
    List<Guess> all = classify(unopened, unopened.size() < words.size(), thread);
    List<Guess> whole = subject == Subject.UNKNOWN ? all : withoutTheWorld(all, subject);
    List<List<Word>> clauses = clauses(message.text(), words);
    if (!whole.isEmpty()
        && whole.getFirst().topic().outOfScope()
        && whole.getFirst().confidence() >= SURE
        && !endsWithAQuestionOnAnEvent(clauses)) {
      return new Result.Asked(
          List.of(whole.getFirst().topic()), whole.getFirst().confidence(), Set.of());
    }
    var asked = new LinkedHashMap<Topic, Double>();
    var alternatives = new HashSet<Topic>();
    for (List<Word> clause : clauses) {
      List<Guess> meant = meant(guesses(withoutOpener(clause)), SURE_OF_CLAUSE, SURE_OF_CLAUSE);
      if (asksAnew(clause) || meant.stream().allMatch(guess -> isPossible(guess, whole))) {
        add(meant, asked, alternatives);
      }
    }
    if (asked.size() < 2) {
      add(meant(whole, LIKELY, SURE), asked, alternatives);
    }
    boolean asksSomething =
        words.size() > LONGEST_COURTESY || clauses.stream().skip(1).anyMatch(Understanding::asks);
    if (asksSomething && asked.keySet().stream().noneMatch(Topic::isAboutEvent)) {
      Optional<Guess> best = bestOfEvent(clauses, words);
      if (best.isPresent() || words.size() > LONGEST_COURTESY) {
        asked.clear();
      }
      best.ifPresent(guess -> asked.put(guess.topic(), guess.confidence()));
    }
    if (!asked.isEmpty()) {
      List<Topic> found = withoutCourtesies(asked);
      return new Result.Asked(
          found, asked.getOrDefault(found.getFirst(), 0.0), Set.copyOf(alternatives));
    }
    List<Topic> possible =
        whole.stream()
            .filter(guess -> guess.confidence() >= POSSIBLE)
            .map(Guess::topic)
            .limit(MOST_TOPICS)
            .toList();
    double share =
        whole.stream()
            .filter(guess -> possible.contains(guess.topic()))
            .mapToDouble(Guess::confidence)
            .sum();
    return share < WORTH_ASKING ? new Result.Nothing() : new Result.Unsure(possible);
  }

  /** "..., a potem jadę do lekarza. O której zaczyna się Państwa rozmowa?" */
  private boolean endsWithAQuestionOnAnEvent(List<List<Word>> clauses) {
    if (clauses.isEmpty()) {
      return false;
    }
    List<Guess> last = guesses(clauses.getLast());
    return !last.isEmpty()
        && last.getFirst().topic().isAboutEvent()
        && last.getFirst().confidence() >= CLEAR;
  }

  /** In a long message the question may stand between a greeting and a reason. */
  private Optional<Guess> bestOfEvent(List<List<Word>> clauses, List<Word> words) {
    return Stream.concat(clauses.stream(), Stream.of(words))
        .flatMap(part -> guesses(part).stream().limit(2))
        .filter(guess -> guess.topic().isAboutEvent() && guess.confidence() >= LIKELY)
        .max(Comparator.comparingDouble(Guess::confidence));
  }

  private static void add(List<Guess> meant, Map<Topic, Double> asked, Set<Topic> alternatives) {
    meant.forEach(guess -> asked.merge(guess.topic(), guess.confidence(), Math::max));
    if (meant.size() > 1) {
      meant.forEach(guess -> alternatives.add(guess.topic()));
    }
  }

  /**
   * What some guesses come to: one topic that leads or is sure, two that share the confidence
   * between them, or nothing.
   */
  private static List<Guess> meant(List<Guess> guesses, double least, double sure) {
    if (guesses.size() < 2) {
      return List.of();
    }
    Guess first = guesses.getFirst();
    Guess second = guesses.get(1);
    boolean leads = first.confidence() >= LEAD * second.confidence();
    boolean isShared =
        second.confidence() >= SHARED && first.confidence() + second.confidence() >= SHARED_BY_TWO;
    if (!leads && isShared && first.topic().isNextTo(second.topic())) {
      return List.of(first, second);
    }
    return leads && first.confidence() >= least || first.confidence() >= sure
        ? List.of(first)
        : List.of();
  }

  /** The guesses without "out of scope", its share given to the others. */
  private static List<Guess> withoutTheWorld(List<Guess> guesses, Subject subject) {
    double left =
        guesses.stream()
            .filter(guess -> !guess.topic().id().equals("out_of_scope"))
            .mapToDouble(Guess::confidence)
            .sum();
    List<Guess> others =
        guesses.stream().filter(guess -> !guess.topic().id().equals("out_of_scope")).toList();
    // "Napisz wypracowanie o demokracji" holds a word of the subject and asks for nothing on it.
    boolean asksForNothing = others.isEmpty() || !others.getFirst().topic().isAboutEvent();
    return left < subject.leastLeft || asksForNothing
        ? guesses
        : others.stream().map(guess -> guess.times(1 / left)).toList();
  }

  /** Whether a message is as short as those that lean on what was talked about, or opens so. */
  static boolean followsUp(List<Word> words) {
    return words.size() <= LONGEST_FOLLOW_UP;
  }

  static List<Word> withoutOpener(List<Word> words) {
    boolean opens = words.size() > 1 && OPENERS.contains(words.getFirst().folded());
    return opens ? words.subList(1, words.size()) : words;
  }

  /** "... i z jaką fundacją": a joint and a question word leave no doubt of a further question. */
  private static boolean asksAnew(List<Word> clause) {
    return clause.size() > 1
        && JOINTS.contains(clause.getFirst().folded())
        && clause.stream()
            .skip(1)
            .limit(2)
            .flatMap(word -> Lemmatizer.polish().lemmas(word.folded()).stream())
            .anyMatch(QUESTION_WORDS::contains);
  }

  /** "Dzień dobry, kiedy będzie ...": behind the greeting a question word begins a clause. */
  private static boolean asks(List<Word> clause) {
    return clause.size() > 1
        && Lemmatizer.polish().lemmas(clause.getFirst().folded()).stream()
            .anyMatch(QUESTION_WORDS::contains);
  }

  /** A clause may deceive; unless it is very clear, the whole message must not speak against it. */
  private static boolean isPossible(Guess ofClause, List<Guess> whole) {
    return ofClause.confidence() >= CLEAR
        || whole.stream()
            .anyMatch(
                guess ->
                    guess.topic().equals(ofClause.topic()) && guess.confidence() >= CONCEIVABLE);
  }

  /** Whether a word of the question, by its lemmas, is one that people use to ask for a topic. */
  boolean speaksFor(Topic topic, List<String> lemmas) {
    return classifiers.speaksFor(topic, lemmas);
  }

  private List<Guess> guesses(List<Word> words) {
    Topic bare = bareQuestions.topic(words);
    if (bare != null) {
      return classifiers.classify(words).stream()
          .map(guess -> new Guess(guess.topic(), guess.topic().equals(bare) ? 1 : 0))
          .sorted(Comparator.comparingDouble(Guess::confidence).reversed())
          .toList();
    }
    return phrasings.over(classifiers.classify(words), words, topics);
  }

  private List<Guess> classify(List<Word> words, boolean opens, Question.Thread thread) {
    List<Guess> guesses = guesses(words);
    boolean followsUp = words.size() <= 2 || opens && words.size() <= LONGEST_FOLLOW_UP;
    Topic previous =
        thread.topics().isEmpty() || !followsUp ? null : topics.find(thread.topics().getFirst());
    return previous == null
        ? guesses
        : guesses.stream()
            .map(
                guess ->
                    guess.topic().equals(previous) || previous.isNextTo(guess.topic())
                        ? guess.times(NEXT_BOOST)
                        : guess)
            .sorted(Comparator.comparingDouble(Guess::confidence).reversed())
            .toList();
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
