package pl.soclab.webinarbot.answering;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
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

  private static final Pattern LENGTH =
      Pattern.compile(
          "(?<!\\p{L})(\\d+|pol|dwie|trzy|cztery|piec|dziesiec|kwadrans|godzin\\p{L}*)\\s*(minut|min\\b|min\\.|godzin|h\\b)|poltorej|kwadrans|pol godziny|(godzine|minut)(?!\\p{L})");

  private static final Pattern SOMEWHERE =
      Pattern.compile("(?<!\\p{L})(przy|pod|obok|przed|nad|naprzeciwko|w|we|na|ul\\.)\\s+\\p{L}");

  private static final int SHORTEST = 4;
  private static final int CANDIDATES = 20;

  /** What a sentence must hold to answer a topic about a part. */
  private static final Map<String, Predicate<String>> HOLDS =
      Map.of(
          "place",
          sentence -> SOMEWHERE.matcher(Folding.fold(sentence)).find(),
          "time",
          sentence -> !TimeReader.hours(sentence).isEmpty(),
          "duration",
          sentence ->
              LENGTH.matcher(Folding.fold(sentence)).find()
                  || TimeReader.hours(sentence).stream().anyMatch(hour -> hour.to() != null));

  private final KnowledgeIndex index;
  private final StopWords stopWords = StopWords.load();

  EventParts(KnowledgeIndex index) {
    this.index = index;
  }

  /** The sentence on the part that a question names; null where it asks for the whole. */
  @Nullable Hit find(Topic topic, Asked question, Event event) {
    Predicate<String> holds = HOLDS.get(topic.id());
    if (holds == null) {
      return null;
    }
    List<List<String>> parts = parts(question, event);
    if (parts.isEmpty()) {
      return null;
    }
    List<SoughtWord> sought = parts.stream().map(SoughtWord::of).toList();
    return index.search(sought, CANDIDATES).stream()
        .filter(hit -> event.id().equals(hit.passage().eventId()))
        .filter(
            hit -> parts.stream().allMatch(part -> part.stream().anyMatch(hit.lemmas()::contains)))
        .filter(hit -> holds.test(hit.sentence()) && !isOfSession(hit.sentence(), event))
        .findFirst()
        .orElse(null);
  }

  private List<List<String>> parts(Asked question, Event event) {
    Set<String> whole = new HashSet<>(KnowledgeIndex.lemmas(event.title()));
    for (Session session : event.sessions()) {
      whole.addAll(KnowledgeIndex.lemmas(textOf(session)));
    }
    return question.words().stream()
        .filter(word -> word.folded().length() >= SHORTEST && !stopWords.contains(word.folded()))
        .map(word -> Lemmatizer.polish().lemmas(word.folded()))
        .filter(lemmas -> lemmas.stream().noneMatch(lemma -> isWhole(lemma, whole)))
        .filter(lemmas -> Features.conceptsOf(lemmas).stream().noneMatch(OF_THE_WHOLE::contains))
        .filter(lemmas -> index.hasInEvent(lemmas, event.id()))
        .toList();
  }

  private static boolean isWhole(String lemma, Set<String> whole) {
    return EVENT.contains(lemma) || whole.contains(lemma);
  }

  private static String textOf(Session session) {
    return (session.place() == null ? "" : session.place())
        + " "
        + (session.description() == null ? "" : session.description());
  }

  /** A sentence with the hour of a session tells of the whole. */
  private static boolean isOfSession(String sentence, Event event) {
    List<HourMention> hours = TimeReader.hours(sentence);
    return event.sessions().stream()
        .anyMatch(
            session ->
                session.startTime() != null
                    && hours.stream().anyMatch(hour -> hour.from().equals(session.startTime()))
                    && !TimeReader.dates(sentence).isEmpty());
  }
}
