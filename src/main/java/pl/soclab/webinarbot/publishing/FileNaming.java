package pl.soclab.webinarbot.publishing;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.language.Folding;

/**
 * Names for new files, of {@code a-z}, {@code 0-9} and dashes alone. They are short enough to stand
 * in a deep link as they are (Bot API: 64 characters).
 */
final class FileNaming {
  private static final int LONGEST = 60;
  private static final Pattern UNFIT = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGES = Pattern.compile("^-+|-+$");

  private FileNaming() {}

  /**
   * That of a new event: its day and its title, else what it was sent as.
   *
   * @param event null where the text names no event
   */
  static String event(
      String folder,
      @Nullable Event event,
      String sentAs,
      String text,
      String ending,
      Collection<String> taken) {
    if (event == null) {
      return text(folder, sentAs, text, ending, taken);
    }
    String day = event.sessions().isEmpty() ? "" : event.sessions().getFirst().date() + "-";
    return free(folder, slug(day + event.title(), "wydarzenie"), ending, taken);
  }

  /** That of another text: what it was sent as, else its first line. */
  static String text(
      String folder, String sentAs, String text, String ending, Collection<String> taken) {
    String last = sentAs.substring(Math.max(sentAs.lastIndexOf('/'), sentAs.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    String named = slug(dot > 0 ? last.substring(0, dot) : last, "");
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return free(folder, named.isEmpty() ? slug(first, "tekst") : named, ending, taken);
  }

  static String slug(String text, String otherwise) {
    String dashed = EDGES.matcher(UNFIT.matcher(Folding.fold(text)).replaceAll("-")).replaceAll("");
    if (dashed.length() > LONGEST) {
      int dash = dashed.lastIndexOf('-', LONGEST);
      dashed = dashed.substring(0, dash > LONGEST / 2 ? dash : LONGEST);
    }
    return dashed.isEmpty() ? otherwise : dashed;
  }

  private static String free(String folder, String base, String ending, Collection<String> taken) {
    String file = folder + base + ending;
    for (int number = 2; isTaken(file, taken); number++) {
      file = folder + base + "-" + number + ending;
    }
    return file;
  }

  /** With any ending: two events of one name would share their link. */
  private static boolean isTaken(String file, Collection<String> taken) {
    String base = file.substring(0, file.lastIndexOf('.') + 1);
    return taken.stream().anyMatch(other -> Folding.fold(other).startsWith(base));
  }
}
