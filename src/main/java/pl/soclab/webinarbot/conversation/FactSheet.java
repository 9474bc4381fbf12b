package pl.soclab.webinarbot.conversation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.answering.FactTopics;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.reminders.EventTimes;

/**
 * The facts of an event in a form that can be stored and compared.
 *
 * @param values the characters of each fact, without breaks of lines, by its key: {@link #TIMES},
 *     {@link #ENDS}, or the name of a {@link FactKind}; what the event does not have is missing
 */
public record FactSheet(SortedMap<String, String> values) {
  /** When the sessions begin and whether they take place, in the spelling of {@link EventTimes}. */
  public static final String TIMES = "TIMES";

  /** When the sessions end: local date-times, a space between them. */
  public static final String ENDS = "ENDS";

  private static final Map<String, FactKind> KINDS =
      Arrays.stream(FactKind.values()).collect(Collectors.toMap(FactKind::name, kind -> kind));

  public FactSheet {
    values = new TreeMap<>(values);
  }

  /** The facts of an event as its file gives them now. */
  public static FactSheet of(Event event) {
    var values = new TreeMap<String, String>();
    event
        .facts()
        .forEach((kind, fact) -> values.put(kind.name(), line(String.join(", ", fact.values()))));
    var places = new StringJoiner(", ");
    var ends = new StringJoiner(" ");
    event.sessions().stream()
        .filter(session -> session.place() != null)
        .forEach(session -> places.add(session.date() + " " + line(session.place())));
    event.sessions().stream()
        .filter(session -> session.end() != null)
        .forEach(session -> ends.add(String.valueOf(session.end())));
    if (places.length() > 0) {
      values.merge(FactKind.PLACE.name(), places.toString(), (all, each) -> all + ", " + each);
    }
    if (!event.sessions().isEmpty()) {
      values.put(TIMES, EventTimes.of(event).toString());
    }
    if (ends.length() > 0) {
      values.put(ENDS, ends.toString());
    }
    return new FactSheet(values);
  }

  private static String line(String value) {
    return value.strip().replaceAll("\\s+", " ");
  }

  /** Reads what {@link #toString} wrote. */
  public static FactSheet parse(String text) {
    var values = new TreeMap<String, String>();
    text.lines()
        .map(line -> line.split("\t", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> values.put(parts[0], parts[1]));
    return new FactSheet(values);
  }

  /** As it is stored: a line for each fact, its key, a tabulator, its characters. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "\t" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  /**
   * The facts of this sheet that the other one has otherwise, or not at all, as they are here. What
   * is new in the other one is no part of it: nobody was told anything else.
   */
  public FactSheet outdatedBy(FactSheet newer) {
    var former = new TreeMap<>(values);
    former.entrySet().removeIf(fact -> fact.getValue().equals(newer.values().get(fact.getKey())));
    return new FactSheet(former);
  }

  /** The kinds of facts on it, but for times and ends. */
  public Set<FactKind> kinds() {
    var kinds = new TreeSet<FactKind>();
    values.keySet().stream().map(KINDS::get).filter(Objects::nonNull).forEach(kinds::add);
    return kinds;
  }

  /**
   * The topics whose answers say one of these facts, by id.
   *
   * @param key of the fact
   * @param has the kinds of facts that the event has, or had
   */
  public static Set<String> topicsTelling(String key, Set<FactKind> has) {
    return switch (key) {
      case TIMES -> FactTopics.tellingTimes();
      case ENDS -> FactTopics.tellingEnds();
      default -> KINDS.containsKey(key) ? FactTopics.telling(KINDS.get(key), has) : Set.of();
    };
  }

  /**
   * The topics to be answered so that all facts of this sheet are told, as few as will do.
   *
   * @param now what the event has now
   */
  public List<String> topicsToTell(FactSheet now) {
    var topics = new LinkedHashSet<String>();
    if (values.containsKey(TIMES) || values.containsKey(ENDS)) {
      topics.add("time");
    }
    Set<FactKind> has = now.kinds();
    for (FactKind kind : kinds()) {
      Set<String> telling = FactTopics.telling(kind, has);
      if (!has.contains(kind) || topics.stream().noneMatch(telling::contains)) {
        topics.add(FactTopics.askingFor(kind));
      }
    }
    return List.copyOf(topics);
  }
}
