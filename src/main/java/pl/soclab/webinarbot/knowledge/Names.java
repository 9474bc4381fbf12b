package pl.soclab.webinarbot.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/** What the names of files say. */
final class Names {
  private static final Pattern DATED = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2})(?!\\d).*");

  private Names() {}

  /** Without folder and extension. */
  static String withoutFolder(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** An id of {@code a-z0-9_-}, as deep links allow it (Bot API, deep linking). */
  static String id(String file) {
    String id = Folding.fold(withoutFolder(file)).replaceAll("[^a-z0-9_-]+", "-");
    String trimmed = id.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "wydarzenie" : trimmed.substring(0, Math.min(64, trimmed.length()));
  }

  /** The day that a file's name starts with; null for none. */
  static @Nullable LocalDate day(String file) {
    Matcher dated = DATED.matcher(withoutFolder(file));
    if (!dated.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(dated.group(1)),
          Integer.parseInt(dated.group(2)),
          Integer.parseInt(dated.group(3)));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
