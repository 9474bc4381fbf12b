package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.retrieval.Hit;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;

/**
 * Finds the sentence or the ready answer that truly answers a question. Being about the same thing
 * is not enough: a sentence has to hold what is asked for, else "nie podano" is the right answer.
 */
final class PassageFinder {
  /**
   * How much of a question's meaning, weighed by rarity, a sentence with its surroundings must
   * hold.
   */
  private static final double COVERED = 0.75;

  /**
   * How alike a question and the heading of a ready answer must be: the weighed share of common
   * lemmas.
   */
  private static final double ALIKE = 0.6;

  private static final int CANDIDATES = 20;

  private final KnowledgeIndex index;
  private final List<Ready> ready;
  private final StopWords stopWords = StopWords.load();

  /** A ready answer with what its headings ask for. */
  private record Ready(ReadyAnswer answer, List<Set<String>> questions, Set<Topic> topics) {}

  PassageFinder(Knowledge knowledge, KnowledgeIndex index, Understanding understanding) {
    this.index = index;
    this.ready =
        knowledge.readyAnswers().stream().map(answer -> ready(answer, understanding)).toList();
  }

  private static Ready ready(ReadyAnswer answer, Understanding understanding) {
    var topics = new HashSet<Topic>();
    for (String question : answer.questions()) {
      if (understanding.understand(Asked.of(question), Question.Thread.none())
          instanceof Understanding.Result.Asked asked) {
        topics.addAll(asked.topics());
      }
    }
    return new Ready(
        answer, answer.questions().stream().map(KnowledgeIndex::lemmas).toList(), topics);
  }

  /** The content words of a question: for each word its possible lemmas. */
  List<List<String>> content(List<Word> question) {
    var content = new ArrayList<List<String>>();
    for (Word word : question) {
      if (!stopWords.contains(word.folded())) {
        content.add(Lemmatizer.polish().lemmas(word.folded()));
      }
    }
    return content;
  }

  /** The sentence that answers a question about a topic; null where there is none. */
  @Nullable Hit forTopic(Topic topic, Asked question, @Nullable String eventId) {
    if (topic.evidence().isEmpty()) {
      return null;
    }
    List<List<String>> content = content(question.words());
    var lemmas = new LinkedHashSet<String>(topic.evidence());
    content.forEach(lemmas::addAll);
    return index.search(lemmas, CANDIDATES).stream()
        .filter(hit -> belongs(hit, eventId))
        .filter(hit -> hit.lemmas().stream().anyMatch(topic.evidence()::contains))
        .filter(
            hit ->
                !topic.number() || hasNumber(hit.sentence()) && coverage(content, hit) >= COVERED)
        .findFirst()
        .orElse(null);
  }

  /** The sentence that answers a question of no known topic; null where there is none. */
  @Nullable Hit forQuestion(Asked question, @Nullable String eventId) {
    List<List<String>> content = content(question.words());
    if (content.size() < 2) {
      return null;
    }
    var lemmas = new LinkedHashSet<String>();
    content.forEach(lemmas::addAll);
    return index.search(lemmas, CANDIDATES).stream()
        .filter(
            hit -> belongs(hit, eventId) && ExpectedAnswer.of(question.text()).isIn(hit.sentence()))
        .filter(hit -> coverage(content, hit) >= COVERED)
        .max(Comparator.comparingDouble(Hit::score))
        .orElse(null);
  }

  /** The ready answer whose heading asks the same; null where there is none. */
  @Nullable ReadyAnswer ready(Asked question, Set<Topic> topics, @Nullable String eventId) {
    List<List<String>> content = content(question.words());
    @Nullable ReadyAnswer best = null;
    double bestLikeness = 0;
    for (Ready candidate : ready) {
      if (candidate.answer().eventId() != null && !candidate.answer().eventId().equals(eventId)) {
        continue;
      }
      double likeness =
          candidate.questions().stream()
              .mapToDouble(heading -> likeness(content, heading))
              .max()
              .orElse(0);
      boolean sameTopic = candidate.topics().stream().anyMatch(topics::contains);
      if ((likeness >= ALIKE || sameTopic && likeness > 0.15) && likeness > bestLikeness) {
        best = candidate.answer();
        bestLikeness = likeness;
      }
    }
    return best;
  }

  private static boolean belongs(Hit hit, @Nullable String eventId) {
    return hit.passage().eventId() == null || hit.passage().eventId().equals(eventId);
  }

  private static boolean hasNumber(String sentence) {
    return sentence.chars().anyMatch(Character::isDigit);
  }

  private double coverage(List<List<String>> content, Hit hit) {
    double covered = 0;
    double all = 0;
    boolean inSentence = false;
    for (List<String> word : content) {
      double weight = rarity(word);
      all += weight;
      if (word.stream().anyMatch(hit.lemmas()::contains)) {
        covered += weight;
        inSentence = true;
      } else if (word.stream().anyMatch(hit.context()::contains)) {
        covered += weight * 0.7;
      }
    }
    return inSentence && all > 0 ? covered / all : 0;
  }

  private double likeness(List<List<String>> content, Set<String> heading) {
    var weights = new HashMap<String, Double>();
    for (String lemma : heading) {
      if (!stopWords.contains(lemma)) {
        weights.put(lemma, index.rarity(lemma));
      }
    }
    double common = 0;
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    for (List<String> word : content) {
      double weight = rarity(word);
      if (word.stream().anyMatch(heading::contains)) {
        common += weight;
      } else {
        all += weight;
      }
    }
    return all == 0 ? 0 : Math.min(1, common / all);
  }

  private double rarity(List<String> lemmas) {
    return lemmas.stream().mapToDouble(index::rarity).min().orElse(0);
  }

  /** For tests and {@code check}: which topics the ready answers serve. */
  Map<ReadyAnswer, Set<Topic>> readyTopics() {
    var topics = new HashMap<ReadyAnswer, Set<Topic>>();
    ready.forEach(candidate -> topics.put(candidate.answer(), candidate.topics()));
    return topics;
  }
}
