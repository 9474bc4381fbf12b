package pl.soclab.webinarbot.answering;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that ask, connect or are polite, and say nothing about what is asked for: {@code
 * stop-words.txt}, folded.
 */
final class StopWords {
  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = words;
  }

  static StopWords load() {
    var stream =
        Objects.requireNonNull(
            StopWords.class.getResourceAsStream("stop-words.txt"), "stop-words.txt");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new StopWords(
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> line.strip().lines())
              .flatMap(line -> java.util.Arrays.stream(line.split("\\s+")))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("stop-words.txt cannot be read", e);
    }
  }

  boolean contains(String folded) {
    return words.contains(folded);
  }
}
