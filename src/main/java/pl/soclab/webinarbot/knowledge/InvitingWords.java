package pl.soclab.webinarbot.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.language.Folding;

/** Tells an announcement from a text that only mentions a date: {@code inviting-words.txt}. */
final class InvitingWords {
  private final Pattern words;

  private InvitingWords(Pattern words) {
    this.words = words;
  }

  static InvitingWords load() {
    var stream =
        Objects.requireNonNull(
            InvitingWords.class.getResourceAsStream("inviting-words.txt"), "inviting-words.txt");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String stems =
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line.strip()))
              .filter(stem -> !stem.isEmpty())
              .map(Pattern::quote)
              .collect(Collectors.joining("|"));
      return new InvitingWords(Pattern.compile("\\b(?:" + stems + ")"));
    } catch (IOException e) {
      throw new UncheckedIOException("inviting-words.txt cannot be read", e);
    }
  }

  boolean isIn(TextLines text) {
    return text.lines().stream().anyMatch(line -> words.matcher(Folding.fold(line)).find());
  }
}
