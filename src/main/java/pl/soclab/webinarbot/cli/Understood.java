package pl.soclab.webinarbot.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.evaluation.UnderstoodFact;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.knowledge.Phrasing;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;

/** Writes down what was understood, file by file. */
final class Understood {
  private final Knowledge knowledge;
  private final StringBuilder text = new StringBuilder();

  private Understood(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The text for a terminal: a block of lines for each file, a blank line after each block. */
  static String of(Knowledge knowledge) {
    return new Understood(knowledge).write();
  }

  private String write() {
    Map<String, List<Event>> events = byFile(knowledge.events(), Event::file);
    Map<String, List<Passage>> passages =
        byFile(knowledge.passages(), passage -> passage.source().file());
    Map<String, List<ReadyAnswer>> ready =
        byFile(knowledge.readyAnswers(), answer -> answer.source().file());
    Map<String, ?> synonyms = byFile(knowledge.synonyms(), rule -> rule.source().file());
    Map<String, List<Phrasing>> phrasings =
        byFile(knowledge.phrasings(), phrasing -> phrasing.source().file());
    var files = new TreeSet<>(events.keySet());
    files.addAll(passages.keySet());
    files.addAll(ready.keySet());
    files.addAll(synonyms.keySet());
    files.addAll(phrasings.keySet());
    for (String file : files) {
      line(file);
      events.getOrDefault(file, List.of()).forEach(this::event);
      counts(passages.getOrDefault(file, List.of()), ready.getOrDefault(file, List.of()));
      if (synonyms.get(file) instanceof List<?> rules) {
        line("  reguły słownika: " + rules.size());
      }
      if (phrasings.containsKey(file)) {
        line("  sformułowania: " + phrasings.get(file).size());
      }
      line("");
    }
    return text.toString();
  }

  private static <T> Map<String, List<T>> byFile(List<T> all, Function<T, String> file) {
    return all.stream().collect(Collectors.groupingBy(file, TreeMap::new, Collectors.toList()));
  }

  private void line(String line) {
    text.append(line).append(System.lineSeparator());
  }

  private void event(Event event) {
    for (UnderstoodFact fact : UnderstoodFact.of(event)) {
      line("  %s: %s  (%s)".formatted(fact.name(), fact.value(), place(fact)));
      if (fact.name().equals("stan") && event.sessions().isEmpty()) {
        line("  termin: nie podano");
      }
    }
  }

  private static String place(UnderstoodFact fact) {
    if (fact.source() == null) {
      return "domyślnie";
    }
    Fact.Origin origin = fact.origin();
    return origin == null
        ? fact.source().toString()
        : switch (origin) {
          case FRONT_MATTER -> fact.source() + ", z nagłówka";
          case TEXT -> fact.source() + ", z tekstu";
        };
  }

  private void counts(List<Passage> passages, List<ReadyAnswer> ready) {
    if (!passages.isEmpty()) {
      boolean general = passages.stream().allMatch(Passage::general);
      line("  fragmenty tekstu: " + passages.size() + (general ? " (ogólna pomoc)" : ""));
    }
    if (!ready.isEmpty()) {
      line("  gotowe odpowiedzi: " + ready.size());
    }
  }
}
