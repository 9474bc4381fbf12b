package pl.soclab.webinarbot.cli;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Passage;
import pl.soclab.webinarbot.knowledge.Phrasing;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.knowledge.Session;
import pl.soclab.webinarbot.language.PolishDates;

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
    line("  wydarzenie: " + event.title() + "  (" + event.titleSource() + ")");
    line(
        "  stan: "
            + event.status().polish()
            + (event.statusSource() == null
                ? "  (domyślnie)"
                : "  (" + event.statusSource() + ")"));
    if (event.sessions().isEmpty()) {
      line("  termin: nie podano");
    }
    event
        .sessions()
        .forEach(session -> line("  termin: " + session(session) + "  (" + session.source() + ")"));
    for (FactKind kind : FactKind.values()) {
      Fact fact = event.fact(kind);
      if (fact != null) {
        fact(fact);
      }
    }
  }

  private void fact(Fact fact) {
    String origin =
        switch (fact.origin()) {
          case FRONT_MATTER -> "z nagłówka";
          case TEXT -> "z tekstu";
        };
    line(
        "  %s: %s  (%s, %s)"
            .formatted(
                fact.kind().key(),
                String.join("; ", fact.values()).replaceAll("\\s+", " "),
                fact.source(),
                origin));
  }

  private static String session(Session session) {
    var parts = new ArrayList<String>();
    parts.add(
        PolishDates.weekday(session.date().getDayOfWeek())
            + " "
            + PolishDates.date(session.date()));
    parts.add(session.startTime() == null ? "bez godziny" : PolishDates.hour(session.startTime()));
    if (session.end() != null) {
      parts.set(1, parts.get(1) + "–" + end(session.end(), session));
    }
    parts.add(session.zone().getId());
    if (session.place() != null) {
      parts.add(session.place());
    }
    if (session.description() != null) {
      parts.add(session.description());
    }
    return String.join(", ", parts);
  }

  private static String end(LocalDateTime end, Session session) {
    String hour = PolishDates.hour(end.toLocalTime());
    return end.toLocalDate().equals(session.date())
        ? hour
        : hour + " " + PolishDates.date(end.toLocalDate());
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
