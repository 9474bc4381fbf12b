package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.TimeReader;
import pl.soclab.webinarbot.retrieval.Hit;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;
import pl.soclab.webinarbot.retrieval.SoughtWord;

/**
 * Questions that a sentence of a certain shape answers and no fact of an event does: until when
 * opinions are taken, what has to be written into a form, what happens when it rains, how many
 * there are of a thing.
 */
final class TellingSentences {
  private static final Set<String> OPINION =
      Set.of(
          "uwaga",
          "opinia",
          "ankieta",
          "wniosek",
          "pomysl",
          "propozycja",
          "petycja",
          "wypowiedziec",
          "glos",
          "comment",
          "opinion",
          "survey",
          "зауваження",
          "пропозиція",
          "думка");
  private static final Set<String> OF_OPINION =
      Set.of("registration_deadline", "how_to_give_opinion", "time", "duration", "vote");
  private static final Set<String> DEADLINE =
      Set.of("termin", "deadline", "until", "czas", "dlugo");
  private static final Pattern UNTIL =
      Pattern.compile("(?<!\\p{L})do (\\d|konca|dnia|poniedz|wtor|srod|czwart|piat|sobot|niedz)");
  private static final Pattern REPORT = Pattern.compile("raport|wynik|podsumowan|sprawozdan");

  private static final Set<String> WRITING =
      Set.of("wpisac", "wpisywac", "podac", "podawac", "napisac", "podpisac");
  private static final Set<String> PERSONAL = Set.of("dane", "imie", "nazwisko", "podpis");
  private static final Set<String> OF_WRITING =
      Stream.concat(WRITING.stream(), PERSONAL.stream()).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> INTO = Set.of("formularz", "zgloszenie", "mail", "wiadomosc");
  private static final Set<String> OF_FORM =
      Set.of("registration", "how_to_give_opinion", "personal_data", "camera", "how_to_join");

  private static final Set<String> WEATHER =
      Set.of("padac", "lac", "lunac", "deszcz", "pogoda", "niepogoda", "ulewa", "burza", "rain");
  private static final Set<String> OF_WEATHER = Set.of("cancellation", "shelter", "time", "place");

  private static final int CANDIDATES = 20;

  private final KnowledgeIndex index;
  private final BiPredicate<Topic, List<String>> speaksFor;

  TellingSentences(KnowledgeIndex index, BiPredicate<Topic, List<String>> speaksFor) {
    this.index = index;
    this.speaksFor = speaksFor;
  }

  /** The sentence that answers; null where the question is none of these, or no sentence does. */
  @Nullable Hit find(Topic topic, Asked question, Event event) {
    Set<String> asked = question.lemmas();
    if (OF_OPINION.contains(topic.id()) && asksUntil(topic, question, asked, event)) {
      return first(event, OPINION, TellingSentences::tellsUntil);
    }
    if (OF_FORM.contains(topic.id()) && asksWhatToWrite(asked)) {
      return first(event, OF_WRITING, TellingSentences::tellsWhatToWrite);
    }
    if (OF_WEATHER.contains(topic.id()) && holdsOne(asked, WEATHER)) {
      return first(event, WEATHER, hit -> holdsOne(hit.lemmas(), WEATHER));
    }
    return counted(topic, question, event);
  }

  private static boolean asksUntil(Topic topic, Asked question, Set<String> asked, Event event) {
    boolean asksTime = ExpectedAnswer.asksForTime(question) || holdsOne(asked, DEADLINE);
    boolean isOfOpinion = holdsOne(asked, OPINION);
    boolean isDeadline = topic.id().equals("registration_deadline");
    boolean isOfOther = isDeadline && event.fact(FactKind.REGISTRATION_DEADLINE) == null;
    return asksTime && (isOfOpinion || isOfOther);
  }

  private static boolean tellsUntil(Hit hit) {
    String folded = Folding.fold(hit.sentence());
    return holdsOne(hit.lemmas(), OPINION)
        && UNTIL.matcher(folded).find()
        && !REPORT.matcher(folded).find()
        && !TimeReader.dates(hit.sentence()).isEmpty();
  }

  private static boolean asksWhatToWrite(Set<String> asked) {
    return holdsOne(asked, WRITING) && (holdsOne(asked, PERSONAL) || holdsOne(asked, INTO));
  }

  private static boolean tellsWhatToWrite(Hit hit) {
    return holdsOne(hit.lemmas(), WRITING)
        && hit.lemmas().contains("imie")
        && hit.lemmas().contains("nazwisko");
  }

  /** "Ile linii ma być po zmianie?": a sentence with so many lines, whatever else is asked. */
  private @Nullable Hit counted(Topic topic, Asked question, Event event) {
    var expected = ExpectedAnswer.of(question);
    boolean counts =
        !expected.counted().isEmpty()
            && expected.counted().stream().noneMatch(EventParts.EVENT::contains)
            && EverydayWords.isThing(List.copyOf(expected.counted()))
            && !speaksFor.test(topic, List.copyOf(expected.counted()));
    return counts
        ? first(
            event,
            expected.counted(),
            hit -> holdsOne(hit.lemmas(), expected.counted()) && expected.isIn(hit))
        : null;
  }

  private @Nullable Hit first(Event event, Set<String> words, Predicate<Hit> tells) {
    var sought = new ArrayList<SoughtWord>();
    words.forEach(word -> sought.add(SoughtWord.of(List.of(word))));
    return index.search(sought, CANDIDATES).stream()
        .filter(hit -> event.id().equals(hit.passage().eventId()))
        .filter(hit -> !SmallPrint.isIn(hit))
        .filter(tells)
        .findFirst()
        .orElse(null);
  }

  private static boolean holdsOne(Set<String> lemmas, Set<String> wanted) {
    return wanted.stream().anyMatch(lemmas::contains);
  }
}
