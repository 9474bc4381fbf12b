package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.language.Folding;

/**
 * Cuts the body of a file into passages (paragraphs, or a list with the line that introduces it)
 * and ready answers (a heading that is a question, with what stands under it). Reads plain text and
 * the little Markdown that organisers use.
 */
final class BodyReader {
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.+?)\\s*#*$");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-–—*•·▪►✓]|\\d{1,2}[.)])\\s+(.+)$");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]]*)]\\(\\s*<?([^)\\s>]+)>?[^)]*\\)");
  private static final Pattern RULE = Pattern.compile("^\\s*([-*_=])(\\s*\\1){2,}\\s*$");
  private static final Pattern JUNK = Pattern.compile(String.join("|", Cues.lines("junk.txt")));

  private final TextLines text;
  private final @Nullable String eventId;
  private final boolean general;
  private final List<Passage> passages = new ArrayList<>();
  private final List<ReadyAnswer> readyAnswers = new ArrayList<>();

  private final List<String> headings = new ArrayList<>();
  private final List<Integer> levels = new ArrayList<>();
  private final List<String> paragraph = new ArrayList<>();
  private int paragraphStart;
  private boolean inList;

  private final List<String> questions = new ArrayList<>();
  private int questionLine;
  private int questionLevel;
  private final StringBuilder answer = new StringBuilder();

  private BodyReader(TextLines text, @Nullable String eventId, boolean general) {
    this.text = text;
    this.eventId = eventId;
    this.general = general;
  }

  /** What a body holds. */
  record Body(List<Passage> passages, List<ReadyAnswer> readyAnswers) {}

  static Body read(TextLines text, @Nullable String eventId, boolean general) {
    var reader = new BodyReader(text, eventId, general);
    reader.read();
    return new Body(reader.passages, reader.readyAnswers);
  }

  /** The first heading of the first level; null where there is none. */
  static @Nullable String title(TextLines text) {
    return text.lines().stream()
        .map(HEADING::matcher)
        .filter(Matcher::matches)
        .filter(heading -> heading.group(1).length() == 1 && !heading.group(2).endsWith("?"))
        .map(heading -> plain(heading.group(2)))
        .findFirst()
        .orElse(null);
  }

  private void read() {
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      Matcher heading = HEADING.matcher(line.strip());
      if (heading.matches()) {
        endParagraph();
        heading(heading.group(1).length(), plain(heading.group(2)), i);
      } else if (line.isBlank()) {
        blank(i);
      } else if (!RULE.matcher(line).matches() && !isJunk(line)) {
        add(line, i);
      }
    }
    endParagraph();
    endAnswer();
  }

  static boolean isJunk(String line) {
    return JUNK.matcher(Folding.fold(line.strip())).matches();
  }

  private void heading(int level, String title, int line) {
    boolean isQuestion = title.endsWith("?");
    if (!isQuestion && !questions.isEmpty() && level > questionLevel) {
      answer.append(answer.isEmpty() ? "" : "\n").append(title);
      return;
    }
    if (!isQuestion || !answer.isEmpty()) {
      endAnswer();
    }
    if (isQuestion) {
      if (questions.isEmpty()) {
        questionLine = line;
      }
      questionLevel = level;
      Arrays.stream(title.split("(?<=\\?)\\s+")).forEach(questions::add);
    } else {
      while (!levels.isEmpty() && levels.getLast() >= level) {
        levels.removeLast();
        headings.removeLast();
      }
      levels.add(level);
      headings.add(title);
    }
  }

  /** A blank line between the items of a list, or before it, does not part them. */
  private void blank(int position) {
    boolean nextIsItem =
        position + 1 < text.lines().size()
            && ITEM.matcher(text.lines().get(position + 1)).matches();
    boolean introduces = !paragraph.isEmpty() && paragraph.getLast().endsWith(":");
    if (!(nextIsItem && (inList || introduces))) {
      endParagraph();
    }
  }

  private void add(String line, int position) {
    Matcher item = ITEM.matcher(line);
    boolean isItem = item.matches();
    if (isItem && !inList && !paragraph.isEmpty() && !paragraph.getLast().endsWith(":")) {
      endParagraph();
    }
    if (paragraph.isEmpty()) {
      paragraphStart = position;
    }
    String content = plain(isItem ? item.group(1) : line.replaceFirst("^\\s*>+\\s?", ""));
    if (isItem) {
      inList = true;
      paragraph.add("– " + content);
    } else if (!content.isEmpty()) {
      paragraph.add(content);
    }
  }

  private void endParagraph() {
    String whole = String.join("\n", paragraph).strip();
    paragraph.clear();
    inList = false;
    if (whole.isEmpty()) {
      return;
    }
    if (questions.isEmpty()) {
      passages.add(new Passage(whole, headings, text.source(paragraphStart), eventId, general));
    } else {
      answer.append(answer.isEmpty() ? "" : "\n").append(whole);
    }
  }

  private void endAnswer() {
    if (!questions.isEmpty() && !answer.isEmpty()) {
      readyAnswers.add(
          new ReadyAnswer(
              questions, answer.toString(), text.source(questionLine), eventId, general));
    }
    questions.clear();
    answer.setLength(0);
  }

  /** Without Markdown's signs; links written out. */
  static String plain(String markdown) {
    Matcher link = LINK.matcher(markdown);
    String written =
        link.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group().startsWith("!")
                        ? ""
                        : found.group(1).equals(found.group(2))
                            ? found.group(2)
                            : found.group(1) + " (" + found.group(2) + ")"));
    return written
        .replaceAll("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1", "$2")
        .replaceAll(
            "(?<![\\p{L}\\p{N}*_])([*_])(?=\\S)([^*_]+?)(?<=\\S)\\1(?![\\p{L}\\p{N}*_])", "$2")
        .replaceAll("`([^`]+)`", "$1")
        .replaceAll("<(https?://[^>]+)>", "$1")
        .replaceAll("\\\\([*_`#\\[\\]])", "$1")
        .strip();
  }
}
