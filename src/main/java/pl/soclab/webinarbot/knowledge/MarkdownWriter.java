package pl.soclab.webinarbot.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes plain text as Markdown that the reader of this room gives back as it was: signs that mean
 * something in Markdown or HTML are escaped, lines that would be joined or taken for leftovers of a
 * web page are kept.
 */
public final class MarkdownWriter {
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t\u200D]]");
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");

  /** Signs that mean something wherever they stand; an underscore within a word means nothing. */
  private static final Pattern SIGN =
      Pattern.compile(
          "[\\\\`*\\[<]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=#?[\\p{L}\\p{N}]{1,32};)");

  /** Signs that begin a heading, a list, a quotation, a fence or a rule. */
  private static final Pattern BEGINNING = Pattern.compile("^([#>+=~|-]|\\d{1,9}(?=[.)]))");

  private static final PageLeftovers LEFTOVERS = PageLeftovers.load();

  private MarkdownWriter() {}

  /**
   * A text as residents will read it once it stands in a file: lines stripped, no more than one
   * empty line in a row, links that were cut marked as such.
   *
   * @return empty where nothing is left
   */
  public static String asRead(String text) {
    String whole =
        Normalizer.normalize(LINE_END.matcher(text).replaceAll("\n"), Normalizer.Form.NFC);
    var read = new StringBuilder();
    boolean gap = false;
    for (String line : CONTROL.matcher(whole).replaceAll("").split("\n", -1)) {
      String stripped = GAP.matcher(line).replaceAll(" ").strip();
      if (stripped.isEmpty()) {
        gap = true;
        continue;
      }
      read.append(read.isEmpty() ? "" : gap ? "\n\n" : "\n").append(stripped);
      gap = false;
    }
    return paragraphs(LinkText.withoutCutLinks(read.toString()));
  }

  /** Lines that the reader would join stand apart. */
  private static String paragraphs(String text) {
    var read = new StringBuilder();
    String before = "";
    for (String line : text.split("\n", -1)) {
      boolean joins =
          !before.isEmpty()
              && !line.isEmpty()
              && (WrappedLines.goesOn(before, line)
                  || before.startsWith("|") && line.startsWith("|"));
      read.append(read.isEmpty() ? "" : joins ? "\n\n" : "\n").append(line);
      before = line;
    }
    return read.toString();
  }

  /**
   * A text of one or more paragraphs.
   *
   * @param text as {@link #asRead} gives it
   */
  public static String text(String text) {
    var lines = new ArrayList<String>();
    for (String line : text.split("\n", -1)) {
      String escaped = escaped(line);
      lines.add(LEFTOVERS.isLeftover(escaped) ? unlikeLeftover(line) : escaped);
    }
    return String.join("\n", lines);
  }

  /**
   * A heading that asks.
   *
   * @param question one line that ends with a question mark
   * @throws IllegalArgumentException where it does not
   */
  public static String question(String question) {
    if (!question.endsWith("?") || question.contains("\n")) {
      throw new IllegalArgumentException("No question in one line: " + question);
    }
    return "## " + escaped(question);
  }

  private static String escaped(String line) {
    String signs =
        SIGN.matcher(line).replaceAll(sign -> Matcher.quoteReplacement("\\" + sign.group()));
    return BEGINNING.matcher(signs).replaceFirst(MarkdownWriter::escapedBeginning);
  }

  private static String escapedBeginning(MatchResult beginning) {
    String sign = beginning.group();
    boolean isNumber = Character.isDigit(sign.charAt(0));
    return Matcher.quoteReplacement(isNumber ? sign + "\\" : "\\" + sign);
  }

  /**
   * "plan.png" or "więcej informacji" alone in a line, where somebody wrote it on purpose: a letter
   * and a dot written by their numbers are none to whoever looks for leftovers.
   */
  private static String unlikeLeftover(String line) {
    int letter = 0;
    while (!Character.isLetter(line.codePointAt(letter))) {
      letter += Character.charCount(line.codePointAt(letter));
    }
    int behind = letter + Character.charCount(line.codePointAt(letter));
    int dot = Math.max(line.lastIndexOf('.'), behind);
    return escaped(line.substring(0, letter))
        + "&#"
        + line.codePointAt(letter)
        + ";"
        + escaped(line.substring(behind, dot))
        + escaped(line.substring(dot)).replaceFirst("^[.]", "&#46;");
  }

  /** What the reader makes of a heading's questions: "Czy to płatne? Ile to kosztuje?" are two. */
  public static List<String> questionsIn(String heading) {
    return BodySections.questions(heading);
  }
}
