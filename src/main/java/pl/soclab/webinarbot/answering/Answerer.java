package pl.soclab.webinarbot.answering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.answering.Understanding.Result;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.knowledge.SourceLine;
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

  /** Below this confidence in its topic a question may be answered by a sentence that holds it. */
  static final double DOUBTFUL = 0.7;

  /** A longer message names a day or an hour for other reasons. */
  static final int LONGEST_CONFIRMED = 7;

  /**
   * From here on a topic is more likely than not to be the right one; below it is a guess that a
   * single strange word spoils.
   */
  static final double PROBABLE = 0.3;

  /** From here on a topic needs no second look. */
  static final double SURE = 0.92;

  private final Knowledge knowledge;
  private final Topics topics;
  private final KnowledgeIndex index;
  private final Understanding understanding;
  private final SecondLook secondLook;
  private final EventChooser events;
  private final PassageFinder passages;
  private final TextOrTopic textOrTopic;
  private final Unsaid unsaid;
  private final TellingSentences telling;
  private final ReadyAnswers readyAnswers;
  private final Spelling spelling;
  private final Synonyms synonyms;
  private final EverydayWords everyday;
  private final OwnPhrasings phrasings;
  private final Map<Language, Voice> voices = new EnumMap<>(Language.class);

  /**
   * What does not depend on the knowledge: topics, wording and the classifier; made once, as
   * training takes a while.
   */
  private record Shared(
      Topics topics,
      Map<Language, Wording> wordings,
      TopicNames names,
      Classifiers classifiers,
      Collection<String> vocabulary) {
    static final Shared INSTANCE = create();

    private static Shared create() {
      Topics topics = Topics.load();
      var wordings = new EnumMap<Language, Wording>(Language.class);
      for (Language language : Language.values()) {
        wordings.put(language, Wording.in(language));
      }
      return new Shared(
          topics,
          wordings,
          new TopicNames(topics, Wording.in(Language.POLISH)),
          new Classifiers(topics),
          ModelFiles.vocabulary());
    }
  }

  /**
   * Over a snapshot.
   *
   * @param before the one over the snapshot before, of which all is kept that has not changed; null
   *     for none
   */
  private Answerer(
      Knowledge knowledge, Shared shared, KnowledgeIndex index, @Nullable Answerer before) {
    this.knowledge = knowledge;
    this.topics = shared.topics();
    this.index = index;
    this.events = new EventChooser(knowledge.events(), before == null ? null : before.events);
    boolean sameWords =
        before != null
            && before.knowledge.synonyms().equals(knowledge.synonyms())
            && before.knowledge.phrasings().equals(knowledge.phrasings());
    if (before != null && sameWords) {
      this.synonyms = before.synonyms;
      this.phrasings = before.phrasings;
      this.understanding = before.understanding;
    } else {
      this.synonyms = new Synonyms(knowledge.synonyms(), shared.vocabulary());
      this.phrasings = new OwnPhrasings(knowledge.phrasings(), shared.names(), synonyms);
      this.understanding = new Understanding(topics, shared.classifiers(), phrasings);
    }
    this.everyday = new EverydayWords(index);
    this.passages = new PassageFinder(index, synonyms, everyday, understanding::speaksFor);
    this.secondLook = new SecondLook(topics, passages);
    this.textOrTopic = new TextOrTopic(passages, understanding);
    this.unsaid = new Unsaid(passages, understanding::speaksFor);
    this.readyAnswers =
        new ReadyAnswers(
            knowledge, index, understanding, before == null ? null : before.readyAnswers);
    var parts = new EventParts(index, everyday, understanding::speaksFor);
    this.telling = new TellingSentences(index, understanding::speaksFor);
    Map<String, List<String>> texts = texts(knowledge);
    this.spelling =
        before == null ? Spelling.of(shared.vocabulary(), texts) : before.spelling.next(texts);
    shared
        .wordings()
        .forEach(
            (language, wording) ->
                voices.put(
                    language,
                    new Voice(
                        wording,
                        new TopicAnswerer(wording, passages, readyAnswers, parts, telling))));
  }

  /** All that the organisers wrote, by files. */
  private static Map<String, List<String>> texts(Knowledge knowledge) {
    var texts = new HashMap<String, List<String>>();
    Function<SourceLine, List<String>> ofFile =
        source -> texts.computeIfAbsent(source.file(), ignored -> new ArrayList<>());
    knowledge.passages().forEach(passage -> ofFile.apply(passage.source()).add(passage.text()));
    knowledge
        .readyAnswers()
        .forEach(ready -> ofFile.apply(ready.source()).addAll(ready.questions()));
    knowledge.events().forEach(event -> ofFile.apply(event.titleSource()).add(event.title()));
    knowledge.synonyms().forEach(rule -> ofFile.apply(rule.source()).addAll(rule.from()));
    knowledge.phrasings().forEach(phrasing -> ofFile.apply(phrasing.source()).add(phrasing.text()));
    return texts;
  }

  /** Builds the index over a snapshot; takes some tens of milliseconds for a small folder. */
  public static Answerer of(Knowledge knowledge) {
    return new Answerer(knowledge, Shared.INSTANCE, KnowledgeIndex.of(knowledge), null);
  }

  /**
   * The answerer over a later snapshot, for the work of what has changed since this one; its
   * answers are those of {@link #of}. This one goes on answering.
   */
  public Answerer next(Knowledge later) {
    return later.equals(knowledge)
        ? this
        : new Answerer(later, Shared.INSTANCE, index.next(later), this);
  }

  /**
   * The same one with its index tidied up, where many changes have made the next one slow; itself
   * where they have not.
   */
  public Answerer tidied() {
    KnowledgeIndex tidy = index.tidied();
    return tidy == index ? this : new Answerer(knowledge, Shared.INSTANCE, tidy, this);
  }

  /**
   * Begins, on a thread of its own, with what every answerer needs: the models and the search
   * library. Half a second of a start goes by beside the reading of the files.
   */
  public static void prepare() {
    Thread.ofPlatform()
        .daemon()
        .name("prepare-answers")
        .start(() -> of(Knowledge.empty()).answer(Question.of("kiedy"), Instant.EPOCH));
  }

  /** The snapshot that the answers come from. */
  public Knowledge knowledge() {
    return knowledge;
  }

  /**
   * What is wrong with the organisers' own phrasings, in the order of files and lines: topics that
   * do not exist, the same words twice. The reader of the files cannot tell.
   */
  public List<Finding> findings() {
    return phrasings.findings();
  }

  /** The language in which a typed question is answered, as ISO 639-1. */
  public static String languageOf(String question) {
    return Language.of(Word.of(LongMessages.questionIn(question))).code();
  }

  /**
   * What is asked in a message: the sentences that ask, where a long one tells of other things too;
   * else all of it.
   */
  public static String questionIn(String message) {
    return LongMessages.questionIn(message);
  }

  /** Whether a word says of any event that it is one: "spotkanie", "webinar". */
  public static boolean saysEvent(Word word) {
    return Lemmatizer.polish().lemmas(word.folded()).stream().anyMatch(EventParts.EVENT::contains);
  }

  /** Whether a word is one of those that events are named by: of a title, a place, an organiser. */
  public boolean namesEvent(Word word) {
    return events.isName(Set.copyOf(Lemmatizer.polish().lemmas(word.folded())));
  }

  /** Answers a typed question. */
  public Answer answer(Question question, Instant now) {
    String text = LongMessages.questionIn(question.text());
    List<Word> typed = Word.of(text);
    List<Word> words = synonyms.in(spelling.mend(typed));
    var asked =
        new Asked(
            text,
            words,
            Language.of(typed),
            Understanding.followsUp(words) ? question.thread().session() : null,
            Asked.lemmas(words, everyday.alikeIn(words)));
    List<Event> meant = events.choose(asked.lemmas(), question.thread().eventId(), now);
    Event event = meant.isEmpty() ? null : meant.getFirst();
    Result understood =
        secondLook.at(
            understanding.understand(asked, question.thread(), subject(asked, event)),
            asked,
            question.thread(),
            event,
            now);
    Answer inOtherWords = fromTexts(asked, understood, event, now);
    if (inOtherWords != null) {
      return inOtherWords;
    }
    return switch (understood) {
      case Result.Asked(List<Topic> found, double confidence, Set<Topic> alternatives) ->
          confidence < PROBABLE && textOrTopic.hasStranger(asked, found, event)
              ? nothing(asked, event)
              : answer(found, alternatives, asked, meant, now);
      case Result.Unsure(List<Topic> possible) -> unsure(possible, asked, event, now);
      case Result.Nothing ignored -> nothing(asked, event);
    };
  }

  private Understanding.Subject subject(Asked asked, @Nullable Event event) {
    if (passages.namesNothingElse(asked)) {
      return Understanding.Subject.ANY_EVENT;
    }
    return passages.isOnSubject(asked, event)
        ? Understanding.Subject.THE_EVENT
        : Understanding.Subject.UNKNOWN;
  }

  /**
   * What the organisers wrote for just this question, or a sentence that holds all of it where the
   * topic is in doubt; null where there is neither.
   */
  private @Nullable Answer fromTexts(
      Asked asked, Result understood, @Nullable Event event, Instant now) {
    List<Topic> topics =
        understood instanceof Result.Asked known ? known.topics() : List.<Topic>of();
    if (topics.size() > 1) {
      return null;
    }
    String eventId = event == null ? null : event.id();
    ReadyAnswer ready = readyAnswers.sameWords(asked, eventId, false);
    Voice voice = voice(asked.language());
    if (ready != null) {
      return voice.compose(topics, List.of(voice.topics().ready(ready)), event);
    }
    PassageFinder.Found found = passages.forQuestion(asked, eventId);
    if (found == null || !textOrTopic.tellsMore(found, understood, asked, event, now)) {
      return null;
    }
    var parts = new ArrayList<Part>(List.of(voice.topics().passage(found.hit())));
    if (understood instanceof Result.Asked known && known.confidence() >= PROBABLE) {
      Part facts = voice.topics().answer(topics.getFirst(), asked, event, now);
      if (facts.kind() == Part.Kind.FACT) {
        parts.add(facts);
      }
    }
    return voice.compose(topics, parts, event);
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
    return answerTopic(topicId, eventId, null, now);
  }

  /**
   * As {@link #answerTopic(String, String, Instant)}, in a language.
   *
   * @param languageTag an IETF tag ({@code uk}, {@code en-GB}); null or any other language gives
   *     Polish
   */
  public Answer answerTopic(
      String topicId, @Nullable String eventId, @Nullable String languageTag, Instant now) {
    return answerTopic(topicId, Asked.nothingIn(Language.ofTag(languageTag)), eventId, now);
  }

  /**
   * Answers a question whose topic is known. Its words count, as they do where it is typed: "jaki
   * sprzęt jest potrzebny?" is not answered by all that a button for its topic shows.
   *
   * @param topicId as {@link #answerTopic}
   * @param question in Polish, well spelt
   * @param eventId as {@link #answerTopic}
   */
  public Answer answerAs(String topicId, String question, @Nullable String eventId, Instant now) {
    return answerTopic(topicId, Asked.of(question), eventId, now);
  }

  private Answer answerTopic(String topicId, Asked asked, @Nullable String eventId, Instant now) {
    Topic topic = topics.find(topicId);
    Event event = events.find(eventId);
    List<Event> meant = event == null ? events.nearest(now) : List.of(event);
    if (topic == null) {
      return voice(asked.language()).clarify(topics.all(USUAL), event);
    }
    return answer(List.of(topic), Set.of(), asked, meant, now);
  }

  /**
   * The event that is meant where nothing is said: the one under way or next to come, else the
   * last; null without events.
   */
  public @Nullable String defaultEventId(Instant now) {
    List<Event> nearest = events.nearest(now);
    return nearest.isEmpty() ? null : nearest.getFirst().id();
  }

  private Answer answer(
      List<Topic> asked, Set<Topic> alternatives, Asked question, List<Event> meant, Instant now) {
    Voice voice = voice(question.language());
    if (meant.size() > 1 && asked.stream().anyMatch(Topic::isAboutEvent)) {
      return voice.whichEvent(asked.getFirst(), meant);
    }
    Event event = meant.isEmpty() ? null : meant.getFirst();
    var parts = new LinkedHashMap<Topic, Part>();
    asked.forEach(topic -> parts.put(topic, voice.topics().answer(topic, question, event, now)));
    if (parts.values().stream().anyMatch(Part::isKnown)) {
      parts.entrySet().removeIf(e -> alternatives.contains(e.getKey()) && !e.getValue().isKnown());
    }
    List<Part> told = new ArrayList<>(parts.values().stream().distinct().toList());
    if (parts.size() == 1 && event != null) {
      Part more = unsaid(asked.getFirst(), question, told.getFirst(), event);
      if (more != null) {
        told.add(more);
      }
    }
    return voice.compose(List.copyOf(parts.keySet()), told, event);
  }

  private @Nullable Part unsaid(Topic topic, Asked question, Part told, Event event) {
    if (!topic.isAboutEvent() || question.words().isEmpty()) {
      return null;
    }
    if (told.kind() != Part.Kind.FACT && told.kind() != Part.Kind.PASSAGE) {
      return null;
    }
    Hit more = unsaid.find(topic, question, event, told.text().text());
    return more == null ? null : voice(question.language()).topics().sentence(more);
  }

  /** A sentence of the shape that a question asks for, else general help; null for neither. */
  private @Nullable Answer withoutTopic(Asked question, @Nullable Event event) {
    Hit hit = event == null ? null : telling.find(TellingSentences.NOTHING, question, event);
    if (hit == null) {
      return generalHelp(question, event);
    }
    Voice voice = voice(question.language());
    return voice.compose(List.of(), List.of(voice.topics().sentence(hit)), event);
  }

  private Answer unsure(List<Topic> possible, Asked question, @Nullable Event event, Instant now) {
    Answer answer = withoutTopic(question, event);
    if (answer != null) {
      return answer;
    }
    // "Kiedy mam zarezerwować czas?" is no question on a registration that the files do not know.
    Topic time = topics.get("time");
    if (ExpectedAnswer.asksForTime(question)
        && possible.contains(time)
        && event != null
        && !event.facts().containsKey(FactKind.REGISTRATION)) {
      return answer(List.of(time), Set.of(), question, List.of(event), now);
    }
    Voice voice = voice(question.language());
    // Nobody is asked to choose between questions that have no answer.
    boolean leadsSomewhere =
        possible.stream()
            .anyMatch(
                topic ->
                    topic.isAboutEvent()
                        && voice.topics().answer(topic, question, event, now).isKnown());
    return leadsSomewhere ? voice.clarify(possible, event) : nothing(question, event);
  }

  private Answer nothing(Asked question, @Nullable Event event) {
    Answer answer = withoutTopic(question, event);
    if (answer != null) {
      return answer;
    }
    boolean known =
        question.words().stream().anyMatch(word -> Lemmatizer.polish().knows(word.folded()));
    return voice(question.language()).nothing(known, topics.all(USUAL), event);
  }

  private @Nullable Answer generalHelp(Asked question, @Nullable Event event) {
    String eventId = event == null ? null : event.id();
    Voice voice = voice(question.language());
    ReadyAnswer help = readyAnswers.sameWords(question, eventId, true);
    return help == null
        ? null
        : voice.compose(List.of(), List.of(voice.topics().ready(help)), event);
  }

  private Voice voice(Language language) {
    return Objects.requireNonNull(voices.get(language));
  }
}
