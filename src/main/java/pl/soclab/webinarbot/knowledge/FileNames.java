package pl.soclab.webinarbot.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/** What the names of the organisers' files say. */
final class FileNames {
  /** Bot API, deep linking: 1 to 64 of {@code A-Za-z0-9_-}. */
  static final int MAX_DEEP_LINK = 64;

  private static final Set<String> READMES = Set.of("readme", "czytajmnie", "przeczytajmnie");
  private static final Pattern UNFIT = Pattern.compile("[^a-z0-9_-]+");
  private static final Pattern EDGES = Pattern.compile("^-+|-+$");
  private static final Pattern DAY = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");

  private FileNames() {}

  /** The name without folder and extension. */
  static String base(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** In lower case, without the dot; empty for none. */
  static String extension(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }

  /** The folder directly below the knowledge folder, folded; empty for a file in its root. */
  static String topFolder(String file) {
    int slash = file.indexOf('/');
    return slash < 0 ? "" : Folding.fold(file.substring(0, slash));
  }

  /** Whether the file tells organisers about the folder. */
  static boolean isReadme(String file) {
    return READMES.contains(FieldKeys.squeezed(base(file)));
  }

  /** The id of the event in a file; a name in another script gives a number that stays the same. */
  static String eventId(String file) {
    String base = base(file);
    String id = EDGES.matcher(UNFIT.matcher(Folding.fold(base)).replaceAll("-")).replaceAll("");
    return id.isEmpty() ? "wydarzenie-" + Integer.toHexString(base.hashCode()) : id;
  }

  /** Whether a deep link can hold the name as it is, but for capitals. */
  static boolean fitsDeepLink(String file) {
    String base = base(file);
    return base.length() <= MAX_DEEP_LINK && base.toLowerCase(Locale.ROOT).equals(eventId(file));
  }

  /** The day that the name starts with; null for none. */
  static @Nullable LocalDate day(String file) {
    Matcher day = DAY.matcher(base(file));
    if (!day.find()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(day.group(1)),
          Integer.parseInt(day.group(2)),
          Integer.parseInt(day.group(3)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
