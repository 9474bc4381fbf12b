package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text without Markdown into paragraphs at its empty lines. */
final class PlainBlocks {
  private static final Pattern QUESTION_LABEL = Pattern.compile("(?iu)^(?:pytanie|p|q)\\s*:\\s*");
  private static final Pattern ANSWER_LABEL =
      Pattern.compile("(?iu)^(?:odpowied[zź]|odp|o|a)\\s*[.:]\\s*");
  private static final int QUESTION_LEVEL = 2;

  private final TextLines text;
  private final boolean questions;
  private final List<TextBlock> blocks = new ArrayList<>();

  private PlainBlocks(TextLines text, boolean questions) {
    this.text = text;
    this.questions = questions;
  }

  /**
   * The blocks of a text.
   *
   * @param questions whether a line that ends with a question mark is a heading: in a file of ready
   *     answers
   */
  static List<TextBlock> of(TextLines text, boolean questions) {
    var plain = new PlainBlocks(text, questions);
    List<String> lines = text.lines();
    int start = 0;
    for (int i = 0; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).isBlank()) {
        plain.add(start, i);
        start = i + 1;
      }
    }
    return List.copyOf(plain.blocks);
  }

  private void add(int from, int to) {
    int start = from;
    while (questions && start < to && text.lines().get(start).strip().endsWith("?")) {
      String question = text.lines().get(start).strip();
      blocks.add(
          TextBlock.heading(
              QUESTION_LEVEL,
              QUESTION_LABEL.matcher(question).replaceFirst(""),
              text.source(start)));
      start++;
    }
    if (start >= to) {
      return;
    }
    List<String> lines = text.lines().subList(start, to);
    String joined = WrappedLines.join(lines);
    if (questions) {
      joined = ANSWER_LABEL.matcher(joined).replaceFirst("");
    }
    if (!joined.isBlank()) {
      boolean list = WrappedLines.ITEM.matcher(lines.getFirst()).matches();
      SourceLine source = text.source(start);
      blocks.add(list ? TextBlock.list(joined, source) : TextBlock.paragraph(joined, source));
    }
  }
}
