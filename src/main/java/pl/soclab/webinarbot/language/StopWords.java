package pl.soclab.webinarbot.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
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
    var stream = Objects.requireNonNull(StopWords.class.getResourceAsStream(FILE), FILE);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new StopWords(
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /** Whether a word is one of them, as {@link Folding#fold} gives it. */
  public boolean contains(String folded) {
    return words.contains(folded);
  }
}
