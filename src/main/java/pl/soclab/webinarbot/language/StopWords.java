package pl.soclab.webinarbot.language;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that ask, connect or are polite, and say nothing about what is asked for: {@code
 * stop-words.txt}, folded.
 */
public final class StopWords {
  private static final String FILE = "stop-words.txt";

  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = words;
  }

  /** The list that the program brings along. */
  public static StopWords load() {
    return new StopWords(
        ResourceFile.lines(StopWords.class, FILE).stream()
            .flatMap(line -> Arrays.stream(line.split("\\s+")))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether a word is one of them, as {@link Folding#fold} gives it. */
  public boolean contains(String folded) {
    return words.contains(folded);
  }
}
