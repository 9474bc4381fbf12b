package pl.soclab.webinarbot.answering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Word;

/**
 * Clauses of a question word and little else, from {@code bare-questions.txt}. A classifier sees
 * "kiedy" in questions on many things; alone it asks when the event is.
 */
final class BareQuestions {
  private final Map<String, Topic> byWords = new HashMap<>();

  BareQuestions(Topics topics) {
    for (String line : Topics.lines("bare-questions.txt")) {
      int colon = line.indexOf(':');
      if (!line.startsWith("#") && colon > 0) {
        Topic topic = topics.get(line.substring(0, colon));
        for (String words : line.substring(colon + 1).split(",", -1)) {
          byWords.put(folded(Word.of(words)), topic);
        }
      }
    }
  }

  /** The topic of a clause that is such a question; null for any other. */
  @Nullable Topic topic(List<Word> clause) {
    return byWords.get(folded(clause));
  }

  private static String folded(List<Word> words) {
    return words.stream().map(Word::folded).collect(Collectors.joining(" "));
  }
}
