package pl.soclab.webinarbot.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file says, before it is put together with the others.
 *
 * @param file relative to the knowledge folder
 * @param event null where the file is about something else
 * @param about the event that the file says it is about ({@code wydarzenie: id}); null for none
 * @param passages bound to the file's own event alone, by the name that it has there
 * @param answers likewise
 * @param synonyms of {@code slownik.txt}; empty for other files
 * @param phrasings of a file of {@code sformulowania/}; empty for other files
 * @param isQuestionFile whether it is one of {@code pytania/}
 * @param unreadable whether nothing of it could be used
 */
record FileReading(
    String file,
    @Nullable Event event,
    Field.@Nullable Text about,
    List<Passage> passages,
    List<ReadyAnswer> answers,
    List<SynonymRule> synonyms,
    List<Phrasing> phrasings,
    boolean isQuestionFile,
    boolean unreadable,
    List<Finding> findings) {

  static FileReading ofNothing(String file, boolean unreadable, Findings findings) {
    return new FileReading(
        file,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        unreadable,
        findings.all());
  }

  static FileReading ofQuestions(String file) {
    return new FileReading(
        file, null, null, List.of(), List.of(), List.of(), List.of(), true, false, List.of());
  }

  static FileReading ofSynonyms(String file, List<SynonymRule> synonyms, Findings findings) {
    return new FileReading(
        file, null, null, List.of(), List.of(), synonyms, List.of(), false, false, findings.all());
  }

  static FileReading ofPhrasings(String file, List<Phrasing> phrasings, Findings findings) {
    return new FileReading(
        file, null, null, List.of(), List.of(), List.of(), phrasings, false, false, findings.all());
  }

  /** The same content with other findings. */
  FileReading withFindings(List<Finding> other) {
    return new FileReading(
        file,
        event,
        about,
        passages,
        answers,
        synonyms,
        phrasings,
        isQuestionFile,
        unreadable,
        other);
  }

  boolean hasSessions() {
    return event != null && !event.sessions().isEmpty();
  }

  boolean hasError() {
    return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
  }
}
