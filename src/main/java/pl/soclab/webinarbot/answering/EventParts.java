package pl.soclab.webinarbot.answering;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.HourMention;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.StopWords;
import pl.soclab.webinarbot.language.TimeReader;
import pl.soclab.webinarbot.retrieval.Hit;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;
import pl.soclab.webinarbot.retrieval.SoughtWord;

/**
 * Tells a question on a part of an event ("o której koncert?", "ile potrwa część z pytaniami?")
 * from one on the whole: it names a thing that the event's text has and its title has not, and a
 * sentence on that thing holds what is asked for.
 */
final class EventParts {
  /** Concepts of words that ask, or that name the event as a whole; they name no part of it. */
  private static final Set<String> OF_THE_WHOLE =
      Set.of(
          "event",
          "when",
          "length",
          "where",
          "join",
          "online",
          "app",
          "weekday",
          "month",
          "daytime",
          "audience",
          "link",
          "late",
          "organizer",
          "city",
          "building",
          "number");

  /** Words for any event. */
  static final Set<String> EVENT =
      Set.of(
          "wydarzenie",
          "spotkanie",
          "webinar",
          "webinarium",
          "szkolenie",
          "warsztat",
          "warsztaty",
          "konsultacja",
          "konsultacje",
          "impreza",
          "zajecia",
          "zebranie",
          "event",
          "meeting",
          "workshop",
          "training");

  static final Pattern LENGTH =
      Pattern.compile(
          "(?<!\\p{L})(\\d+|pol|dwie|trzy|cztery|piec|dziesiec|kwadrans|godzin\\p{L}*)\\s*(minut|min\\b|min\\.|godzin|h\\b)|poltorej|kwadrans|pol godziny|(godzine|minut)(?!\\p{L})");

  private static final Pattern SOMEWHERE =
      Pattern.compile("(?<!\\p{L})(przy|pod|obok|przed|nad|naprzeciwko|w|we|na|ul\\.)\\s+\\p{L}");

  /** When an office is open is not when something takes place. */
  private static final Pattern OFFICE_HOURS =
      Pattern.compile(
          "w dni robocze|od poniedzialku do piatku|w godzinach (pracy|urzedowania)|czynn");

  private static final Pattern ONLINE =
      Pattern.compile("online|on-line|internet|zdalnie|zoom|teams|meet");

  private static final int SHORTEST = 4;
  private static final int CANDIDATES = 20;

  /** What a sentence must hold to answer a topic about a part. */
  private static final Map<String, Predicate<String>> HOLDS =
      Map.of(
          "place",
          sentence -> SOMEWHERE.matcher(Folding.fold(sentence)).find(),
          "time",
          sentence ->
              !TimeReader.hours(sentence).isEmpty()
                  && !OFFICE_HOURS.matcher(Folding.fold(sentence)).find(),
          "programme",
          sentence -> !TimeReader.hours(sentence).isEmpty(),
          "guest_bio",
          sentence -> true,
          "duration",
          sentence ->
              LENGTH.matcher(Folding.fold(sentence)).find()
                  || TimeReader.hours(sentence).stream().anyMatch(hour -> hour.to() != null));

  /** Questions on the thing itself are no questions on the event, whatever they name. */
  private static final Set<String> ON_THINGS =
      Set.of("contact", "contact_phone", "purpose", "named_person", "event_card");

  private final KnowledgeIndex index;
  private final EverydayWords everyday;
  private final BiPredicate<Topic, List<String>> speaksFor;
  private final StopWords stopWords = StopWords.load();

  /**
   * Finds in an index.
   *
   * @param speaksFor whether a word, by its lemmas, is one that people use to ask for a topic
   */
  EventParts(
      KnowledgeIndex index, EverydayWords everyday, BiPredicate<Topic, List<String>> speaksFor) {
    this.index = index;
    this.everyday = everyday;
    this.speaksFor = speaksFor;
  }

  /** The sentence on the part that a question names; null where it asks for the whole. */
  @Nullable Hit find(Topic topic, Asked question, Event event) {
    if (topic.textFirst() || ON_THINGS.contains(topic.id())) {
      return null;
    }
    Fact place = event.fact(FactKind.PLACE);
    boolean isOnline = place != null && ONLINE.matcher(Folding.fold(place.value())).find();
    if (topic.id().equals("place") && isOnline) {
      return null;
    }
    Predicate<String> ofTopic = HOLDS.get(topic.id());
    List<List<String>> parts =
        parts(question, event).stream()
            .filter(part -> ofTopic != null || !speaksFor.test(topic, part))
            .toList();
    boolean asksMore =
        topic.id().equals("guest_bio")
            && (!ExpectedAnswer.of(question).equals(ExpectedAnswer.of(Asked.nothing()))
                || !speaksOnlyOf(topic, question, parts));
    if (parts.isEmpty() || asksMore) {
      return null;
    }
    Predicate<Hit> holds =
        ofTopic == null
            ? hit -> holdsOther(topic, question, hit)
            : hit -> ofTopic.test(hit.sentence());
    List<SoughtWord> sought = parts.stream().map(SoughtWord::of).toList();
    return index.search(sought, CANDIDATES).stream()
        .filter(hit -> event.id().equals(hit.passage().eventId()))
        .filter(
            hit -> parts.stream().allMatch(part -> part.stream().anyMatch(hit.lemmas()::contains)))
        .filter(hit -> holds.test(hit) && !isOfSession(hit.sentence(), event))
        .findFirst()
        .orElse(null);
  }

  /** "Ile lat ma prelegentka?" asks for more than who she is. */
  private boolean speaksOnlyOf(Topic topic, Asked question, List<List<String>> parts) {
    return question.words().stream()
        .filter(word -> word.folded().length() >= SHORTEST && !stopWords.contains(word.folded()))
        .map(word -> Lemmatizer.polish().lemmas(word.folded()))
        .allMatch(lemmas -> parts.contains(lemmas) || speaksFor.test(topic, lemmas));
  }

  private static boolean holdsOther(Topic topic, Asked question, Hit hit) {
    return topic.evidence().stream().anyMatch(evidence -> evidence.isIn(hit.lemmas()))
        && ExpectedAnswer.of(question, topic).isIn(hit);
  }

  private List<List<String>> parts(Asked question, Event event) {
    Set<String> whole = new HashSet<>(KeptLemmas.of(event.title()));
    for (Session session : event.sessions()) {
      whole.addAll(KeptLemmas.of(textOf(session)));
    }
    return question.words().stream()
        .filter(word -> word.folded().length() >= SHORTEST && !stopWords.contains(word.folded()))
        .map(word -> Lemmatizer.polish().lemmas(word.folded()))
        .map(lemmas -> isVerb(lemmas) ? lemmas : everyday.alike(lemmas))
        .filter(lemmas -> lemmas.stream().noneMatch(lemma -> isWhole(lemma, whole)))
        .filter(lemmas -> Features.conceptsOf(lemmas).stream().noneMatch(OF_THE_WHOLE::contains))
        .filter(lemmas -> index.hasInEvent(lemmas, event.id()))
        .toList();
  }

  /** An infinitive; "przyjść" and "pojawić się" are no things that an event has. */
  private static boolean isVerb(List<String> lemmas) {
    return lemmas.stream().anyMatch(lemma -> lemma.endsWith("c"));
  }

  private static boolean isWhole(String lemma, Set<String> whole) {
    return EVENT.contains(lemma) || whole.contains(lemma);
  }

  private static String textOf(Session session) {
    return (session.place() == null ? "" : session.place())
        + " "
        + (session.description() == null ? "" : session.description());
  }

  /** A sentence with the hour of a session tells of the whole: of several, with its day. */
  private static boolean isOfSession(String sentence, Event event) {
    List<HourMention> hours = TimeReader.hours(sentence);
    boolean isOnly = event.sessions().size() == 1;
    return event.sessions().stream()
        .anyMatch(
            session ->
                session.startTime() != null
                    && hours.stream().anyMatch(hour -> hour.from().equals(session.startTime()))
                    && (isOnly || !TimeReader.dates(sentence).isEmpty()));
  }
}
