package pl.soclab.webinarbot.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.Event;

/**
 * Writes down which of the usual questions the files answer and which not, so that an organiser
 * sees a gap before the residents do. A gap is no finding: no event needs an answer to all of them.
 */
public final class Gaps {
  private Gaps() {}

  /**
   * Three lines and a blank one for each event that is still to come; for the last one where all
   * are past, as residents then ask about that.
   */
  public static String of(Answerer answerer, Instant now) {
    var text = new StringBuilder();
    List<Event> events = events(answerer, now);
    events.forEach(
        event ->
            write(
                "Pytania mieszkańców o wydarzenie „" + event.title() + "”",
                Coverage.of(answerer, event.id(), now),
                text));
    if (events.isEmpty() && !answerer.knowledge().isEmpty()) {
      write(
          "Pytania mieszkańców (w plikach nie ma wydarzenia)",
          Coverage.of(answerer, null, now),
          text);
    }
    return text.toString();
  }

  private static List<Event> events(Answerer answerer, Instant now) {
    List<Event> all = answerer.knowledge().events();
    List<Event> coming =
        all.stream()
            .filter(event -> event.status() != Event.Status.CANCELLED)
            .filter(event -> event.sessions().isEmpty() || event.next(now) != null)
            .toList();
    return coming.isEmpty()
        ? all.stream()
            .filter(event -> Objects.equals(event.id(), answerer.defaultEventId(now)))
            .toList()
        : coming;
  }

  private static void write(String title, Coverage coverage, StringBuilder text) {
    int all = coverage.answered().size() + coverage.missing().size();
    line(
        "%s, od najczęstszych (z odpowiedzią %d z %d)"
            .formatted(title, coverage.answered().size(), all),
        text);
    list("Odpowiada na: ", coverage.answered(), text);
    list("Nie podano: ", coverage.missing(), text);
    line("", text);
  }

  private static void list(String opening, List<String> questions, StringBuilder text) {
    if (!questions.isEmpty()) {
      line("  " + opening + String.join("; ", questions) + ".", text);
    }
  }

  private static void line(String line, StringBuilder text) {
    text.append(line).append(System.lineSeparator());
  }
}
