package pl.soclab.webinarbot.knowledge;

import java.util.List;

/**
 * A fact of an event in the organisers' own characters.
 *
 * @param kind what it is
 * @param values one or more, never blank; a list in the front matter ({@code [A, B]}) gives several
 * @param source the line it came from
 * @param origin whether the organiser wrote it as a fact or it was read out of the text
 */
public record Fact(FactKind kind, List<String> values, SourceLine source, Origin origin) {
  /** Where a fact stood. */
  public enum Origin {
    FRONT_MATTER,
    TEXT
  }

  public Fact {
    values = List.copyOf(values);
    if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("A fact without a value: " + kind + " at " + source);
    }
  }

  /** The only value, or the first. */
  public String value() {
    return values.getFirst();
  }
}
