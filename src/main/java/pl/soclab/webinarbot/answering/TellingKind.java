package pl.soclab.webinarbot.answering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.TimeReader;
import pl.soclab.webinarbot.retrieval.Hit;

/**
 * One kind of question that a sentence of a certain shape answers; {@code telling-sentences.yaml}
 * says what its parts mean.
 */
record TellingKind(
    Set<String> topics,
    List<Set<String>> asks,
    boolean when,
    @Nullable FactKind unless,
    List<Set<String>> tells,
    @Nullable Pattern pattern,
    @Nullable Pattern not,
    boolean date,
    boolean later,
    boolean names,
    boolean only) {
  private static final String ANY = "any";
  private static final Set<String> WHEN = Set.of("termin", "deadline", "until", "czas", "dlugo");
  private static final Pattern LATER = Pattern.compile("tygodni|miesi[ąc]|dni(?!\\p{L})");

  /** All kinds, in the order in which they are tried. */
  static List<TellingKind> load() {
    return Topics.described("telling-sentences.yaml").values().stream()
        .map(TellingKind::kind)
        .toList();
  }

  private static TellingKind kind(Map<String, Object> properties) {
    String unless = (String) properties.get("unless");
    return new TellingKind(
        Set.copyOf(Topics.strings(properties, "topics")),
        groups(properties, "asks"),
        Boolean.TRUE.equals(properties.get("when")),
        unless == null ? null : FactKind.valueOf(unless),
        groups(properties, "tells"),
        pattern(properties, "pattern"),
        pattern(properties, "not"),
        Boolean.TRUE.equals(properties.get("date")),
        Boolean.TRUE.equals(properties.get("later")),
        Boolean.TRUE.equals(properties.get("names")),
        Boolean.TRUE.equals(properties.get("only")));
  }

  @SuppressWarnings("unchecked")
  private static List<Set<String>> groups(Map<String, Object> properties, String key) {
    var groups = (List<List<String>>) properties.getOrDefault(key, List.of());
    return groups.stream().map(Set::copyOf).toList();
  }

  private static @Nullable Pattern pattern(Map<String, Object> properties, String key) {
    var pattern = (String) properties.get(key);
    return pattern == null ? null : Pattern.compile(pattern);
  }

  /** Whether a question is of this kind. */
  boolean isAskedBy(String topic, Asked question, Event event) {
    Set<String> asked = question.lemmas();
    return (topics.contains(topic) || topics.contains(ANY))
        && (unless == null || event.fact(unless) == null)
        && (!when || ExpectedAnswer.asksForTime(question) || holdsOne(asked, WHEN))
        && asks.stream().allMatch(group -> holdsOne(asked, group));
  }

  /** Whether a sentence answers such a question. */
  boolean isToldBy(Hit hit) {
    if (!tells.stream().allMatch(group -> holdsOne(hit.lemmas(), group))) {
      return false;
    }
    String folded = Folding.fold(hit.sentence());
    boolean hasDate = (date || later) && !TimeReader.dates(hit.sentence()).isEmpty();
    return (pattern == null || pattern.matcher(folded).find())
        && (not == null || !not.matcher(folded).find())
        && (!date || hasDate)
        && (!names || ExpectedAnswer.NAME_LIKE.matcher(hit.sentence()).find())
        && (!later || hasDate || LATER.matcher(hit.sentence()).find());
  }

  private static boolean holdsOne(Set<String> lemmas, Set<String> wanted) {
    return wanted.stream().anyMatch(lemmas::contains);
  }
}
