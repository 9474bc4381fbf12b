package pl.soclab.webinarbot.answering;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Fact;
import pl.soclab.webinarbot.knowledge.FactKind;
import pl.soclab.webinarbot.messaging.RichText;

/**
 * Writes facts in the organisers' own characters: the name of the fact, then the fact; a fact that
 * is a sentence stands alone.
 */
final class FactWriter {
  private final Wording wording;

  FactWriter(Wording wording) {
    this.wording = wording;
  }

  /** The first of some facts that the event has; null where it has none of them. */
  static @Nullable Fact first(Event event, List<FactKind> kinds) {
    for (FactKind kind : kinds) {
      Fact fact = event.fact(kind);
      if (fact != null) {
        return fact;
      }
    }
    return null;
  }

  /**
   * The facts that answer a topic, a line each, the one asked for first; empty where the event has
   * none of them.
   */
  List<Fact> facts(Event event, Topic topic) {
    Fact asked = first(event, topic.facts());
    if (asked == null) {
      return List.of();
    }
    var facts = new LinkedHashSet<Fact>();
    facts.add(asked);
    for (FactKind kind : topic.also()) {
      Fact fact = event.fact(kind);
      if (fact != null && facts.stream().noneMatch(said -> said.values().equals(fact.values()))) {
        facts.add(fact);
      }
    }
    return new ArrayList<>(facts);
  }

  /** Some facts, a line each. */
  RichText lines(List<Fact> facts) {
    var text = new RichText.Builder();
    for (int i = 0; i < facts.size(); i++) {
      if (i > 0) {
        text.plain("\n");
      }
      text.append(line(facts.get(i)));
    }
    return text.build();
  }

  private RichText line(Fact fact) {
    var line = new RichText.Builder();
    String value = joined(fact.values());
    if (isSentence(value)) {
      return line.plain(value).build();
    }
    line.plain(wording.get("fact." + fact.kind().name()) + ": ");
    switch (fact.kind()) {
      case MEETING_ID, PASSCODE -> line.code(value);
      case LINK -> line.plain(value);
      default -> line.bold(value);
    }
    return line.build();
  }

  private static boolean isSentence(String value) {
    return Character.isUpperCase(value.charAt(0))
        && value.indexOf(' ') > 0
        && (value.endsWith(".") || value.endsWith("!"));
  }

  /** "A", "A i B", "A, B i C". */
  static String joined(List<String> values) {
    if (values.size() == 1) {
      return values.getFirst();
    }
    if (values.stream().anyMatch(FactWriter::isSentence)) {
      return String.join(
          " ",
          values.stream().map(value -> value.matches(".*[.!?]") ? value : value + ".").toList());
    }
    return String.join(", ", values.subList(0, values.size() - 1)) + " i " + values.getLast();
  }
}
