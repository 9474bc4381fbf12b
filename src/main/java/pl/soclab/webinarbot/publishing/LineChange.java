package pl.soclab.webinarbot.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a text are new and which are gone, wherever they stand; empty ones do not count.
 *
 * @param added in the order of the new text
 * @param removed in the order of the former one
 */
public record LineChange(List<String> added, List<String> removed) {
  public LineChange {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /**
   * Compares two texts.
   *
   * @param before null for no file
   * @param after likewise
   */
  public static LineChange between(@Nullable String before, @Nullable String after) {
    return new LineChange(
        without(lines(after), lines(before)), without(lines(before), lines(after)));
  }

  private static List<String> lines(@Nullable String text) {
    return text == null
        ? List.of()
        : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> without(List<String> lines, List<String> others) {
    Map<String, Integer> left = new HashMap<>();
    others.forEach(line -> left.merge(line, 1, Integer::sum));
    var more = new ArrayList<String>();
    for (String line : lines) {
      if (left.merge(line, -1, Integer::sum) < 0) {
        more.add(line);
      }
    }
    return more;
  }

  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }
}
