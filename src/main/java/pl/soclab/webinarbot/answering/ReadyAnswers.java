package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.StopWords;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;

/** Finds the ready answer whose heading asks what a resident asks. */
final class ReadyAnswers {
  /**
   * How alike a question and the heading of a ready answer must be: the weighed share of common
   * lemmas.
   */
  private static final double ALIKE = 0.6;

  /** What is enough where the question and the heading are of one topic. */
  private static final double ALIKE_OF_ONE_TOPIC = 0.15;

  /** What a heading is worth at most that has a name which the question has not. */
  private static final double NARROWER = 0.5;

  private final KnowledgeIndex index;
  private final Understanding understanding;
  private final List<Ready> ready;

  /** The places in {@link #ready} of those that have a lemma in a heading. */
  private final Map<String, BitSet> byLemma = new HashMap<>();

  private final StopWords stopWords = StopWords.load();

  /** A ready answer with what its headings ask for. */
  private record Ready(ReadyAnswer answer, List<Heading> questions, Set<Topic> topics) {}

  /**
   * A heading.
   *
   * @param lemmas of all its words
   * @param telling those that are no stop words
   * @param names for each name in it, its lemmas
   */
  private record Heading(Set<String> lemmas, Set<String> telling, List<List<String>> names) {
    static Heading of(String text, StopWords stopWords) {
      List<List<String>> names =
          Word.of(text).stream()
              .filter(word -> word.start() > 0 && Character.isUpperCase(text.charAt(word.start())))
              .map(word -> Lemmatizer.polish().lemmas(word.folded()))
              .toList();
      Set<String> lemmas = KnowledgeIndex.lemmas(text);
      Set<String> telling =
          lemmas.stream()
              .filter(lemma -> !stopWords.contains(lemma))
              .collect(Collectors.toCollection(HashSet::new));
      return new Heading(lemmas, telling, names);
    }
  }

  /**
   * The ready answers of a snapshot.
   *
   * @param before those of the snapshot before, to be kept where they have not changed; null for
   *     none
   */
  ReadyAnswers(
      Knowledge knowledge,
      KnowledgeIndex index,
      Understanding understanding,
      @Nullable ReadyAnswers before) {
    this.index = index;
    this.understanding = understanding;
    Map<ReadyAnswer, Ready> known =
        before != null && before.understanding == understanding ? before.byAnswer() : Map.of();
    var all = new ArrayList<Ready>();
    for (ReadyAnswer answer : knowledge.readyAnswers()) {
      Ready same = known.get(answer);
      all.add(same == null ? ready(answer) : same);
    }
    this.ready = List.copyOf(all);
    for (int i = 0; i < ready.size(); i++) {
      int place = i;
      ready.get(i).questions().stream()
          .flatMap(heading -> heading.lemmas().stream())
          .forEach(lemma -> byLemma.computeIfAbsent(lemma, ignored -> new BitSet()).set(place));
    }
  }

  private Map<ReadyAnswer, Ready> byAnswer() {
    Map<ReadyAnswer, Ready> known = HashMap.newHashMap(ready.size());
    ready.forEach(each -> known.put(each.answer(), each));
    return known;
  }

  private Ready ready(ReadyAnswer answer) {
    var topics = new HashSet<Topic>();
    for (String question : answer.questions()) {
      if (understanding.understand(
              Asked.of(question), Question.Thread.none(), Understanding.Subject.UNKNOWN)
          instanceof Understanding.Result.Asked asked) {
        topics.addAll(asked.topics());
      }
    }
    List<Heading> headings =
        answer.questions().stream().map(text -> Heading.of(text, stopWords)).toList();
    return new Ready(answer, headings, topics);
  }

  /** The answer to a question in the words of its heading; null where there is none. */
  @Nullable ReadyAnswer sameWords(Asked question, @Nullable String eventId, boolean general) {
    return best(question, Set.of(), eventId, general);
  }

  /** The answer to a question of a topic; null where there is none. */
  @Nullable ReadyAnswer forTopic(Topic topic, Asked question, @Nullable String eventId) {
    return best(question, Set.of(topic), eventId, topic.help());
  }

  private @Nullable ReadyAnswer best(
      Asked question, Set<Topic> topics, @Nullable String eventId, boolean general) {
    List<List<String>> content = content(question);
    @Nullable ReadyAnswer best = null;
    double bestLikeness = 0;
    for (Ready candidate : candidates(content)) {
      ReadyAnswer answer = candidate.answer();
      if (answer.general() && !general
          || answer.eventId() != null && !answer.eventId().equals(eventId)) {
        continue;
      }
      double likeness =
          candidate.questions().stream()
              .mapToDouble(heading -> likeness(content, heading))
              .max()
              .orElse(0);
      boolean sameTopic = candidate.topics().stream().anyMatch(topics::contains);
      double least = sameTopic ? ALIKE_OF_ONE_TOPIC : ALIKE;
      // A button says nothing but its topic.
      if (sameTopic && content.isEmpty()) {
        likeness = ALIKE;
      }
      if (likeness >= least && likeness > bestLikeness) {
        best = answer;
        bestLikeness = likeness;
      }
    }
    return best;
  }

  /** Those that have a word of a question in a heading: the others are not like it at all. */
  private List<Ready> candidates(List<List<String>> content) {
    if (content.isEmpty()) {
      return ready;
    }
    var places = new BitSet();
    for (List<String> word : content) {
      for (String lemma : word) {
        BitSet having = byLemma.get(lemma);
        if (having != null) {
          places.or(having);
        }
      }
    }
    return places.stream().mapToObj(ready::get).toList();
  }

  private List<List<String>> content(Asked question) {
    return question.words().stream()
        .map(Word::folded)
        .filter(word -> !stopWords.contains(word))
        .map(Lemmatizer.polish()::lemmas)
        .toList();
  }

  private double likeness(List<List<String>> content, Heading asked) {
    Set<String> heading = asked.lemmas();
    double common = 0;
    double all = asked.telling().stream().mapToDouble(index::rarity).sum();
    for (List<String> word : content) {
      double weight = word.stream().mapToDouble(index::rarity).min().orElse(0);
      if (word.stream().anyMatch(heading::contains)) {
        common += weight;
      } else {
        all += weight;
      }
    }
    // "Kto jest partnerem z Norwegii?" asks for less than all partners.
    boolean asksForLess =
        asked.names().stream()
            .anyMatch(
                name -> content.stream().noneMatch(word -> word.stream().anyMatch(name::contains)));
    return all == 0 ? 0 : Math.min(asksForLess ? NARROWER : 1, common / all);
  }
}
