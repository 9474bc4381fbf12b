package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file cut into what stands between its first two {@code ---} lines and its body.
 *
 * @param blocks one for each key, so that a broken one does not take the others down
 * @param body everything else
 */
record FrontMatter(List<TextLines> blocks, TextLines body) {
  private static final String FENCE = "---";
  private static final Pattern KEY_LINE = Pattern.compile("\\p{L}[\\p{L}\\p{N} _-]{0,40}:(\\s.*)?");
  private static final Pattern CONTINUED = Pattern.compile("[\\s\\-\\]}].*");

  static FrontMatter of(TextLines file, Findings findings) {
    List<String> lines = file.lines();
    int opening = 0;
    while (opening < lines.size() && lines.get(opening).isBlank()) {
      opening++;
    }
    if (opening == lines.size() || !lines.get(opening).stripTrailing().equals(FENCE)) {
      return new FrontMatter(List.of(), file);
    }
    int closing = closing(lines, opening + 1);
    if (closing < lines.size()) {
      return of(file, opening + 1, closing, closing + 1);
    }
    int end = opening + 1;
    while (end < lines.size() && KEY_LINE.matcher(lines.get(end)).matches()) {
      end++;
    }
    if (end == opening + 1) {
      return new FrontMatter(List.of(), file);
    }
    findings.error(
        file.source(opening),
        "Brakuje drugiej linii ---, która zamyka opis. Proszę dopisać ją pod ostatnim kluczem"
            + " (pod wierszem "
            + file.source(end - 1).line()
            + ").");
    return of(file, opening + 1, end, end);
  }

  private static int closing(List<String> lines, int from) {
    int closing = from;
    while (closing < lines.size()) {
      String line = lines.get(closing).stripTrailing();
      if (line.equals(FENCE) || line.equals("...")) {
        break;
      }
      closing++;
    }
    return closing;
  }

  private static FrontMatter of(TextLines file, int from, int to, int bodyFrom) {
    var blocks = new ArrayList<TextLines>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || startsBlock(file.lines().get(i))) {
        addBlock(file, start, i, blocks);
        start = i;
      }
    }
    return new FrontMatter(blocks, part(file, bodyFrom, file.lines().size()));
  }

  private static boolean startsBlock(String line) {
    return !line.isBlank() && !line.startsWith("#") && !CONTINUED.matcher(line).matches();
  }

  private static void addBlock(TextLines file, int from, int to, List<TextLines> blocks) {
    boolean says =
        file.lines().subList(from, to).stream()
            .anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#"));
    if (says) {
      blocks.add(part(file, from, to));
    }
  }

  private static TextLines part(TextLines file, int from, int to) {
    return new TextLines(file.file(), file.firstLine() + from, file.lines().subList(from, to));
  }
}
