package pl.soclab.webinarbot.answering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Answer.Content;
import pl.soclab.webinarbot.answering.Understanding.Result;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.messaging.RichText;
import pl.soclab.webinarbot.retrieval.Hit;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;
import pl.soclab.webinarbot.retrieval.Spelling;

/**
 * Answers questions from one snapshot of the knowledge. Immutable and safe for use by many threads;
 * a new snapshot gets a new answerer.
 */
public final class Answerer {
  private final Knowledge knowledge;
  private final Topics topics;
  private final Wording wording;
  private final Understanding understanding;
  private final EventChooser events;
  private final PassageFinder passages;
  private final TopicAnswerer topicAnswerer;
  private final Spelling spelling;

  /**
   * What does not depend on the knowledge: topics, wording and the classifier; made once, as
   * training takes a while.
   */
  private record Shared(
      Topics topics, List<String> phrasings, Wording wording, Understanding understanding) {
    static final Shared INSTANCE = create();

    private static Shared create() {
      Topics topics = Topics.load();
      var phrasings = new ArrayList<String>();
      topics.all().forEach(topic -> phrasings.addAll(topics.phrasings(topic)));
      return new Shared(
          topics,
          phrasings,
          Wording.in(Language.POLISH),
          new Understanding(TopicClassifier.train(topics)));
    }
  }

  private Answerer(Knowledge knowledge, Shared shared) {
    this.knowledge = knowledge;
    this.topics = shared.topics();
    this.wording = shared.wording();
    this.understanding = shared.understanding();
    this.events = new EventChooser(knowledge.events());
    this.passages = new PassageFinder(knowledge, KnowledgeIndex.of(knowledge), understanding);
    this.spelling = Spelling.of(vocabulary(knowledge, shared.phrasings()));
    this.topicAnswerer = new TopicAnswerer(wording, passages);
  }

  private static List<String> vocabulary(Knowledge knowledge, List<String> phrasings) {
    var texts = new ArrayList<String>(phrasings);
    knowledge.passages().forEach(passage -> texts.add(passage.text()));
    knowledge.readyAnswers().forEach(ready -> texts.addAll(ready.questions()));
    knowledge.events().forEach(event -> texts.add(event.title()));
    return texts;
  }

  /** Builds the index over a snapshot; takes some tens of milliseconds for a small folder. */
  public static Answerer of(Knowledge knowledge) {
    return new Answerer(knowledge, Shared.INSTANCE);
  }

  /** The snapshot that the answers come from. */
  public Knowledge knowledge() {
    return knowledge;
  }

  /** Answers a typed question. */
  public Answer answer(Question question, Instant now) {
    var asked = new Asked(question.text(), spelling.mend(Word.of(question.text())));
    List<Event> meant = events.choose(asked.lemmas(), question.thread().eventId(), now);
    Event event = meant.isEmpty() ? null : meant.getFirst();
    ReadyAnswer ready = passages.ready(asked, Set.of(), event == null ? null : event.id());
    if (ready != null) {
      return compose(List.of(), List.of(topicAnswerer.ready(ready)), event);
    }
    return switch (understanding.understand(asked.text(), asked.words())) {
      case Result.Asked(List<Topic> topics) -> answer(topics, asked, meant, now);
      case Result.Unsure(List<Topic> possible) -> unsure(possible, asked, event);
      case Result.Nothing ignored -> nothing(asked, event);
    };
  }

  /**
   * Answers a command or a button: {@code topic} as if it had been asked for in plain words.
   *
   * @param topicId one of the ids in {@code topics.yaml}; an unknown one is answered with a
   *     clarification, because buttons of older versions stay in chats for ever
   * @param eventId the event that is meant; null lets the answerer choose. An unknown one is as
   *     null
   */
  public Answer answerTopic(String topicId, @Nullable String eventId, Instant now) {
    Topic topic = topics.find(topicId);
    Event event = events.find(eventId);
    List<Event> meant = event == null ? events.nearest(now) : List.of(event);
    if (topic == null) {
      return nothing(Asked.nothing(), event);
    }
    return answer(List.of(topic), Asked.nothing(), meant, now);
  }

  /**
   * The event that is meant where nothing is said: the one under way or next to come, else the
   * last; null without events.
   */
  public @Nullable String defaultEventId(Instant now) {
    List<Event> nearest = events.nearest(now);
    return nearest.isEmpty() ? null : nearest.getFirst().id();
  }

  private Answer answer(List<Topic> asked, Asked question, List<Event> meant, Instant now) {
    if (meant.size() > 1 && asked.stream().anyMatch(Topic::isAboutEvent)) {
      return whichEvent(asked.getFirst(), meant);
    }
    Event event = meant.isEmpty() ? null : meant.getFirst();
    List<Part> parts =
        asked.stream()
            .map(topic -> topicAnswerer.answer(topic, question, event, now))
            .distinct()
            .toList();
    return compose(asked, parts, event);
  }

  private Answer whichEvent(Topic topic, List<Event> meant) {
    List<Suggestion> choices =
        meant.stream().map(event -> new Suggestion(event.title(), topic.id(), event.id())).toList();
    return new Answer.Clarification(
        new Content(
            RichText.plain(wording.get("clarify.event")),
            List.of(topic.id()),
            null,
            null,
            choices));
  }

  private Answer unsure(List<Topic> possible, Asked question, @Nullable Event event) {
    Hit hit = passages.forQuestion(question, event == null ? null : event.id());
    if (hit != null) {
      return compose(List.of(), List.of(topicAnswerer.passage(hit)), event);
    }
    return new Answer.Clarification(
        new Content(
            RichText.plain(wording.get("clarify")),
            possible.stream().map(Topic::id).toList(),
            event == null ? null : event.id(),
            null,
            suggestions(possible.stream().map(Topic::id).toList(), event)));
  }

  private Answer nothing(Asked question, @Nullable Event event) {
    Hit hit = passages.forQuestion(question, event == null ? null : event.id());
    if (hit != null) {
      return compose(List.of(), List.of(topicAnswerer.passage(hit)), event);
    }
    boolean known =
        question.words().stream().anyMatch(word -> Lemmatizer.polish().knows(word.folded()));
    var content =
        new Content(
            RichText.plain(wording.get(known ? "not_known.plain" : "not_understood")),
            List.of(),
            event == null ? null : event.id(),
            null,
            suggestions(List.of("time", "how_to_join", "purpose", "help"), event));
    return known ? new Answer.NotKnown(content) : new Answer.OutOfScope(content);
  }

  private Answer compose(List<Topic> asked, List<Part> parts, @Nullable Event event) {
    var text = new RichText.Builder();
    for (int i = 0; i < parts.size(); i++) {
      text.plain(i == 0 ? "" : "\n\n").append(parts.get(i).text());
    }
    var next = new LinkedHashSet<String>();
    asked.forEach(topic -> next.addAll(topic.next()));
    asked.forEach(topic -> next.remove(topic.id()));
    var source =
        parts.stream()
            .map(Part::source)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null);
    var content =
        new Content(
            text.build(),
            asked.stream().map(Topic::id).toList(),
            event == null ? null : event.id(),
            source,
            suggestions(new ArrayList<>(next), event));
    Part.Kind kind =
        parts.stream()
            .map(Part::kind)
            .min(java.util.Comparator.naturalOrder())
            .orElse(Part.Kind.NOT_KNOWN);
    return switch (kind) {
      case FACT -> new Answer.FactAnswer(content);
      case PASSAGE -> new Answer.PassageAnswer(content);
      case NOT_KNOWN -> new Answer.NotKnown(content);
      case TALK -> new Answer.SmallTalk(content);
      case OUT_OF_SCOPE -> new Answer.OutOfScope(content);
    };
  }

  private List<Suggestion> suggestions(List<String> ids, @Nullable Event event) {
    return ids.stream()
        .filter(id -> wording.find("label." + id) != null)
        .limit(4)
        .map(
            id -> new Suggestion(wording.get("label." + id), id, event == null ? null : event.id()))
        .toList();
  }
}
