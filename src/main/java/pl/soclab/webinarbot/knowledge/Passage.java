package pl.soclab.webinarbot.knowledge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text that can be shown as it stands: a paragraph, or a list with the line that
 * introduces it.
 *
 * @param text in the organisers' words, without Markdown's signs; links written out
 * @param headings from the file's title inward; may be empty
 * @param source the line its text starts at
 * @param eventId the event whose file it stands in; null for texts about anything else
 * @param general whether the file says {@code ogólne: tak}: general help, not information from the
 *     organiser
 */
public record Passage(
    String text,
    List<String> headings,
    SourceLine source,
    @Nullable String eventId,
    boolean general) {
  public Passage {
    headings = List.copyOf(headings);
  }

  /** The same about that event; null for none. */
  Passage about(@Nullable String id) {
    return Objects.equals(id, eventId) ? this : new Passage(text, headings, source, id, general);
  }
}
