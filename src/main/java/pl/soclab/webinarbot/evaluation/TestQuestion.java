package pl.soclab.webinarbot.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.SourceLine;

/**
 * A line of a question file.
 *
 * @param id unique in its file
 * @param question as a resident would type it
 * @param previous the question asked just before; null for none
 * @param topic for the table; {@link #NONE} where the line has none
 * @param style for the table; {@link #NONE} where the line has none
 * @param answerable whether the files answer it
 * @param must groups of alternatives; the answer must hold one of each group
 * @param mustNot what the answer must not hold
 * @param source the line
 */
public record TestQuestion(
    String id,
    String question,
    @Nullable String previous,
    String topic,
    String style,
    boolean answerable,
    List<List<String>> must,
    List<String> mustNot,
    SourceLine source) {
  /** The topic and the style of a line that has none. */
  static final String NONE = "-";

  public TestQuestion {
    must = must.stream().map(List::copyOf).toList();
    mustNot = List.copyOf(mustNot);
  }
}
