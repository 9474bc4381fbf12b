package pl.soclab.webinarbot.knowledge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer that an organiser wrote for a question: a heading with a question, the answer under it.
 *
 * @param questions the heading; further phrasings where the heading holds several sentences with a
 *     question mark
 * @param text the answer, without Markdown's signs
 * @param source the heading's line
 * @param eventId the event it is about, where the file says {@code wydarzenie: id} or stands in an
 *     event's file; null else
 * @param general as in {@link Passage}
 */
public record ReadyAnswer(
    List<String> questions,
    String text,
    SourceLine source,
    @Nullable String eventId,
    boolean general) {
  public ReadyAnswer {
    questions = List.copyOf(questions);
  }

  /** The same about that event; null for none. */
  ReadyAnswer about(@Nullable String id) {
    return Objects.equals(id, eventId)
        ? this
        : new ReadyAnswer(questions, text, source, id, general);
  }
}
