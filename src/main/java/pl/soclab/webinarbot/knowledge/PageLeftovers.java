package pl.soclab.webinarbot.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.language.Folding;

/**
 * Takes out what comes along when an announcement is copied from a web page: the names of pictures
 * and the page's own links ({@code page-leftovers.txt}).
 */
final class PageLeftovers {
  private static final Pattern PICTURE =
      Pattern.compile("(?i)\\s*\\S+\\.(?:jpe?g|png|gif|webp|svg|bmp)\\s*");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
  private static final int LONGEST = 60;

  private final Set<String> lines;

  private PageLeftovers(Set<String> lines) {
    this.lines = lines;
  }

  static PageLeftovers load() {
    var stream =
        Objects.requireNonNull(
            PageLeftovers.class.getResourceAsStream("page-leftovers.txt"), "page-leftovers.txt");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new PageLeftovers(
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("page-leftovers.txt cannot be read", e);
    }
  }

  /** The same lines, with an empty one where a leftover stood. */
  TextLines removedFrom(TextLines text) {
    return new TextLines(
        text.file(),
        text.firstLine(),
        text.lines().stream().map(line -> isLeftover(line) ? "" : line).toList());
  }

  /** Whether a line is taken out. */
  boolean isLeftover(String line) {
    if (line.isBlank() || line.length() > LONGEST || line.strip().startsWith("#")) {
      return false;
    }
    // "Więcej informacji:" introduces what follows.
    boolean introduces = line.strip().endsWith(":");
    String letters = NO_LETTER.matcher(Folding.fold(line)).replaceAll(" ").strip();
    return PICTURE.matcher(line).matches() || (!introduces && lines.contains(letters));
  }
}
