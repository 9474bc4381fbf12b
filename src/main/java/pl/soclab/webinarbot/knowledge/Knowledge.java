package pl.soclab.webinarbot.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the files say, as one immutable snapshot. A turn of the conversation reads one snapshot,
 * never two.
 *
 * @param events by their first session's start; those without a date last
 * @param passages in the order of files and lines
 * @param readyAnswers likewise
 * @param synonyms the lines of {@code slownik.txt}
 * @param phrasings the lines of {@code sformulowania/}, in the order of files and lines
 * @param questionFiles the files under {@code pytania/}, relative to the knowledge folder
 */
public record Knowledge(
    List<Event> events,
    List<Passage> passages,
    List<ReadyAnswer> readyAnswers,
    List<SynonymRule> synonyms,
    List<Phrasing> phrasings,
    List<String> questionFiles) {
  public Knowledge {
    events = List.copyOf(events);
    passages = List.copyOf(passages);
    readyAnswers = List.copyOf(readyAnswers);
    synonyms = List.copyOf(synonyms);
    phrasings = List.copyOf(phrasings);
    questionFiles = List.copyOf(questionFiles);
  }

  /** What files without phrasings of the organisers' own say. */
  public Knowledge(
      List<Event> events,
      List<Passage> passages,
      List<ReadyAnswer> readyAnswers,
      List<SynonymRule> synonyms,
      List<String> questionFiles) {
    this(events, passages, readyAnswers, synonyms, List.of(), questionFiles);
  }

  /** Nothing was read. */
  public static Knowledge empty() {
    return new Knowledge(List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The event with that id; null where there is none, or no id. */
  public @Nullable Event event(@Nullable String id) {
    return events.stream().filter(event -> event.id().equals(id)).findFirst().orElse(null);
  }

  public boolean isEmpty() {
    return events.isEmpty() && passages.isEmpty() && readyAnswers.isEmpty();
  }
}
