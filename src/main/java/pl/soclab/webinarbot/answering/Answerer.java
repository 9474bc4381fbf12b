package pl.soclab.webinarbot.answering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Understanding.Result;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.Word;
import pl.soclab.webinarbot.retrieval.Hit;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;
import pl.soclab.webinarbot.retrieval.Spelling;

/**
 * Answers questions from one snapshot of the knowledge. Immutable and safe for use by many threads;
 * a new snapshot gets a new answerer.
 */
public final class Answerer {
  /** What is offered where nothing was understood. */
  private static final List<String> USUAL = List.of("time", "how_to_join", "purpose", "help");

  private final Knowledge knowledge;
  private final Topics topics;
  private final Understanding understanding;
  private final EventChooser events;
  private final PassageFinder passages;
  private final Spelling spelling;
  private final Map<Language, Voice> voices = new EnumMap<>(Language.class);

  /**
   * What does not depend on the knowledge: topics, wording and the classifier; made once, as
   * training takes a while.
   */
  private record Shared(
      Topics topics,
      List<String> phrasings,
      Map<Language, Wording> wordings,
      Understanding understanding) {
    static final Shared INSTANCE = create();

    private static Shared create() {
      Topics topics = Topics.load();
      var phrasings = new ArrayList<String>();
      var wordings = new EnumMap<Language, Wording>(Language.class);
      for (Language language : Language.values()) {
        topics.all().forEach(topic -> phrasings.addAll(topics.phrasings(topic, language)));
        wordings.put(language, Wording.in(language));
      }
      return new Shared(
          topics, phrasings, wordings, new Understanding(topics, new Classifiers(topics)));
    }
  }

  private Answerer(Knowledge knowledge, Shared shared) {
    this.knowledge = knowledge;
    this.topics = shared.topics();
    this.understanding = shared.understanding();
    this.events = new EventChooser(knowledge.events());
    this.passages = new PassageFinder(knowledge, KnowledgeIndex.of(knowledge), understanding);
    this.spelling = Spelling.of(shared.phrasings(), texts(knowledge));
    shared
        .wordings()
        .forEach(
            (language, wording) ->
                voices.put(language, new Voice(wording, new TopicAnswerer(wording, passages))));
  }

  private static List<String> texts(Knowledge knowledge) {
    var texts = new ArrayList<String>();
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
    List<Word> typed = Word.of(question.text());
    var asked = new Asked(question.text(), spelling.mend(typed), Language.of(typed));
    List<Event> meant = events.choose(asked.lemmas(), question.thread().eventId(), now);
    Event event = meant.isEmpty() ? null : meant.getFirst();
    Voice voice = voice(asked.language());
    ReadyAnswer ready = passages.ready(asked, Set.of(), event == null ? null : event.id());
    if (ready != null) {
      return voice.compose(List.of(), List.of(voice.topics().ready(ready)), event);
    }
    return switch (understanding.understand(asked, question.thread())) {
      case Result.Asked(List<Topic> found) -> answer(found, asked, meant, now);
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
      return voice(Language.POLISH).clarify(topics.all(USUAL), event);
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
    Voice voice = voice(question.language());
    if (meant.size() > 1 && asked.stream().anyMatch(Topic::isAboutEvent)) {
      return voice.whichEvent(asked.getFirst(), meant);
    }
    Event event = meant.isEmpty() ? null : meant.getFirst();
    List<Part> parts =
        asked.stream()
            .map(topic -> voice.topics().answer(topic, question, event, now))
            .distinct()
            .toList();
    return voice.compose(asked, parts, event);
  }

  private Answer unsure(List<Topic> possible, Asked question, @Nullable Event event) {
    Voice voice = voice(question.language());
    Hit hit = passages.forQuestion(question, event == null ? null : event.id());
    return hit == null
        ? voice.clarify(possible, event)
        : voice.compose(List.of(), List.of(voice.topics().passage(hit)), event);
  }

  private Answer nothing(Asked question, @Nullable Event event) {
    Voice voice = voice(question.language());
    Hit hit = passages.forQuestion(question, event == null ? null : event.id());
    if (hit != null) {
      return voice.compose(List.of(), List.of(voice.topics().passage(hit)), event);
    }
    boolean known =
        question.words().stream().anyMatch(word -> Lemmatizer.polish().knows(word.folded()));
    return voice.nothing(known, topics.all(USUAL), event);
  }

  private Voice voice(Language language) {
    return Objects.requireNonNull(voices.get(language));
  }
}
