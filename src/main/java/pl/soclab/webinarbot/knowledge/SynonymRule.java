package pl.soclab.webinarbot.knowledge;

import java.util.List;

/**
 * A line of {@code slownik.txt} in Solr's format: {@code a, b, c} (all mean the same) or {@code a,
 * b => c}.
 *
 * @param from the terms on the left
 * @param to the terms on the right; the same as {@code from} where the line has no arrow
 * @param source its line
 */
public record SynonymRule(List<String> from, List<String> to, SourceLine source) {
  public SynonymRule {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
