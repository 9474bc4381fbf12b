package pl.soclab.webinarbot.answering;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** A lemma that names several events. */
  private static final int SEVERAL = -1;

  private final List<Event> events;
  private final Map<String, Event> byId;

  /** What each event is named by, kept for the next snapshot. */
  private final Map<Event, Set<String>> named = new IdentityHashMap<>();

  /** The place in {@link #events} of the one event that a lemma names. */
  private final Map<String, Integer> names = new HashMap<>();

  private volatile @Nullable Nearest nearest;

  /**
   * The nearest events.
   *
   * @param from the moment that they were looked for
   * @param until when a session ends, and others may be the nearest; the end of time for never
   */
  private record Nearest(Instant from, Instant until, List<Event> events) {
    boolean holdsAt(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }

  /**
   * Chooses among the events of a snapshot.
   *
   * @param before the chooser of the snapshot before; null for none
   */
  EventChooser(List<Event> events, @Nullable EventChooser before) {
    this.events = events;
    this.byId = HashMap.newHashMap(events.size());
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      byId.putIfAbsent(event.id(), event);
      Set<String> known = before == null ? null : before.named.get(event);
      Set<String> lemmas = known == null ? namesOf(event) : known;
      named.put(event, lemmas);
      int place = i;
      lemmas.forEach(
          lemma -> names.merge(lemma, place, (one, other) -> one.equals(other) ? one : SEVERAL));
    }
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

  /** Whether one of some lemmas is in the title, the place or the organisers of an event. */
  boolean isName(Set<String> lemmas) {
    return lemmas.stream().anyMatch(names::containsKey);
  }

  private List<Event> named(Set<String> lemmas) {
    var hits = new TreeMap<Integer, Integer>();
    for (String lemma : lemmas) {
      int place = names.getOrDefault(lemma, SEVERAL);
      if (place != SEVERAL) {
        hits.merge(place, 1, Integer::sum);
      }
    }
    int most = hits.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return hits.entrySet().stream()
        .filter(hit -> hit.getValue() == most)
        .map(hit -> events.get(hit.getKey()))
        .toList();
  }

  /** The event with that id; null where there is none. */
  @Nullable Event find(@Nullable String id) {
    return id == null ? null : byId.get(id);
  }

  /**
   * The event under way or next to come; several where they are near to each other; the last where
   * all are past.
   */
  List<Event> nearest(Instant now) {
    Nearest known = nearest;
    if (known == null || !known.holdsAt(now)) {
      known = new Nearest(now, nextEnd(now), findNearest(now));
      nearest = known;
    }
    return known.events();
  }

  private Instant nextEnd(Instant now) {
    return events.stream()
        .flatMap(event -> event.sessions().stream())
        .map(Session::overInstant)
        .filter(now::isBefore)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private List<Event> findNearest(Instant now) {
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
