package pl.soclab.webinarbot.answering;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.retrieval.KnowledgeIndex;

/**
 * Which event a question is about: the one named or hinted at, else the one just talked about, else
 * the nearest to come, else the last.
 */
final class EventChooser {
  /** Events that start within this time of the nearest one could as well be meant. */
  private static final Duration NEAR = Duration.ofDays(14);

  private final List<Event> events;

  /** The lemmas that name one event and no other. */
  private final Map<String, Set<String>> names = new HashMap<>();

  EventChooser(List<Event> events) {
    this.events = events;
    var owners = new HashMap<String, Set<String>>();
    for (Event event : events) {
      for (String lemma : namesOf(event)) {
        owners.computeIfAbsent(lemma, ignored -> new HashSet<>()).add(event.id());
      }
    }
    owners.forEach(
        (lemma, ids) -> {
          if (ids.size() == 1) {
            names.computeIfAbsent(ids.iterator().next(), ignored -> new HashSet<>()).add(lemma);
          }
        });
  }

  private static Set<String> namesOf(Event event) {
    var text = new StringBuilder(event.title());
    for (FactKind kind : List.of(FactKind.PLACE, FactKind.ORGANISERS)) {
      var fact = event.fact(kind);
      if (fact != null) {
        fact.values().forEach(value -> text.append(' ').append(value));
      }
    }
    event
        .sessions()
        .forEach(
            session -> text.append(' ').append(session.place() == null ? "" : session.place()));
    var lemmas = new HashSet<>(KnowledgeIndex.lemmas(text.toString()));
    lemmas.removeIf(lemma -> lemma.length() < 4);
    return lemmas;
  }

  /**
   * The events that may be meant.
   *
   * @param lemmas of the question
   * @return one event, several that are as likely, or none where there are no events
   */
  List<Event> choose(Set<String> lemmas, @Nullable String talkedAbout, Instant now) {
    if (events.size() <= 1) {
      return events;
    }
    List<Event> named = named(lemmas);
    if (!named.isEmpty()) {
      return named;
    }
    Event previous = find(talkedAbout);
    return previous != null ? List.of(previous) : nearest(now);
  }

  private List<Event> named(Set<String> lemmas) {
    var hits = new HashMap<Event, Long>();
    for (Event event : events) {
      long count =
          names.getOrDefault(event.id(), Set.of()).stream().filter(lemmas::contains).count();
      if (count > 0) {
        hits.put(event, count);
      }
    }
    long most = hits.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return events.stream()
        .filter(event -> most > 0 && hits.getOrDefault(event, 0L) == most)
        .toList();
  }

  /** The event with that id; null where there is none. */
  @Nullable Event find(@Nullable String id) {
    return events.stream().filter(event -> event.id().equals(id)).findFirst().orElse(null);
  }

  /**
   * The event under way or next to come; several where they are near to each other; the last where
   * all are past.
   */
  List<Event> nearest(Instant now) {
    List<Event> coming =
        events.stream()
            .filter(event -> event.next(now) != null)
            .sorted(Comparator.comparing(event -> next(event, now)))
            .toList();
    if (coming.isEmpty()) {
      return last();
    }
    Instant first = next(coming.getFirst(), now);
    return coming.stream()
        .filter(event -> !next(event, now).isAfter(first.plus(NEAR)))
        .limit(4)
        .toList();
  }

  private List<Event> last() {
    return events.stream()
        .max(
            Comparator.comparing(
                event ->
                    event.sessions().isEmpty()
                        ? Instant.MIN
                        : event.sessions().getLast().startInstant()))
        .stream()
        .toList();
  }

  private static Instant next(Event event, Instant now) {
    Session next = event.next(now);
    return (next == null ? event.sessions().getLast() : next).startInstant();
  }
}
