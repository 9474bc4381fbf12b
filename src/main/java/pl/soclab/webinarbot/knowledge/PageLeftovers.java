package pl.soclab.webinarbot.knowledge;

import java.util.Set;
import java.util.regex.Pattern;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.ResourceFile;

/**
 * Takes out what comes along when an announcement is copied from a web page: the names of pictures
 * and the page's own links ({@code page-leftovers.txt}).
 */
final class PageLeftovers {
  private static final Pattern PICTURE =
      Pattern.compile("(?i)\\s*\\S+\\.(?:jpe?g|png|gif|webp|svg|bmp)\\s*");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
  private static final int LONGEST = 80;

  private final Set<String> lines;

  private PageLeftovers(Set<String> lines) {
    this.lines = lines;
  }

  static PageLeftovers load() {
    return new PageLeftovers(
        Set.copyOf(ResourceFile.lines(PageLeftovers.class, "page-leftovers.txt")));
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
