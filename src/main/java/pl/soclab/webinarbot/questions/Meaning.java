package pl.soclab.webinarbot.questions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.language.Lemmatizer;
import pl.soclab.webinarbot.language.StopWords;
import pl.soclab.webinarbot.language.Word;

/**
 * What a question is about: its words without those that only ask, each with the lemmas that it may
 * have.
 */
record Meaning(List<Set<String>> words) {
  private static final StopWords STOP_WORDS = StopWords.load();

  /** With the words before it that say what it is: "tel. [numer]" asks for nothing. */
  private static final Pattern MASK =
      Pattern.compile(
          "(?iu)(?:(?<!\\p{L})(?:"
              + String.join("|", OpenQuestionWords.list("announces"))
              + ")[\\s\\p{P}]{1,3}){0,3}\\[[^\\[\\]]{1,20}]");

  static Meaning of(String text) {
    var words = new ArrayList<Set<String>>();
    for (Word word : Word.of(MASK.matcher(text).replaceAll(" "))) {
      if (word.folded().length() > 1 && !STOP_WORDS.contains(word.folded())) {
        Set<String> lemmas = new HashSet<>(Lemmatizer.polish().lemmas(word.folded()));
        if (words.stream().noneMatch(lemmas::equals)) {
          words.add(lemmas);
        }
      }
    }
    return new Meaning(List.copyOf(words));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** The share of the common words in all words of both: 1 for the same, 0 for nothing. */
  double likeness(Meaning other) {
    long common = words.stream().filter(other::has).count();
    long all = words.size() + other.words.size() - common;
    return all == 0 ? 0 : Math.min(1, (double) common / all);
  }

  /** Whether both have the same words, in whatever order. */
  boolean isSame(Meaning other) {
    return words.size() == other.words.size()
        && words.stream().allMatch(other::has)
        && other.words.stream().allMatch(this::has);
  }

  private boolean has(Set<String> word) {
    return words.stream().anyMatch(own -> own.stream().anyMatch(word::contains));
  }
}
