package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.language.Folding;
import pl.soclab.webinarbot.language.Sentences;

/** The sentences of an announcement with the lines they stand in. */
final class Lines {
  /** Nobody writes longer lines; what does is no text, and patterns must not chew on it. */
  private static final int LONGEST = 4000;

  /**
   * A sentence.
   *
   * @param text as it stands there, without Markdown's signs and a leading bullet
   * @param folded the same, folded
   * @param source its line
   * @param position of its line, from 0
   * @param isItem whether its line is an item of a list
   * @param startsLine whether it is the first of its line
   */
  record Sentence(
      String text,
      String folded,
      SourceLine source,
      int position,
      boolean isItem,
      boolean startsLine) {
    private static final Pattern BEGINS_WITH_HOUR =
        Pattern.compile("^([01]?\\d|2[0-3])[:.][0-5]\\d(?!\\d)");

    /** "16:00 – turniej": a part of a programme. */
    boolean beginsWithHour() {
      return BEGINS_WITH_HOUR.matcher(text).find();
    }
  }

  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]]*+)]\\(\\s*+<?([^)\\s>]++)>?[^)]*+\\)");

  /** "| 9 maja | szkoła |", "1. | 9 maja | szkoła". */
  private static final Pattern CELLS = Pattern.compile("^\\|.*\\|$|\\s\\|\\s.*\\s\\|\\s");

  private Lines() {}

  static List<Sentence> sentences(TextLines text) {
    var sentences = new ArrayList<Sentence>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i).strip();
      if (line.isEmpty() || line.length() > LONGEST) {
        continue;
      }
      String plain = plain(withoutCells(line.replaceFirst("^(#{1,6}|>+)\\s+", "")));
      String content = plain.replaceFirst("^\\s*(?:[-–—*•·▪►✓✔➡]|\\d{1,2}[.)](?=\\s))\\s*", "");
      boolean isItem = !content.equals(plain);
      boolean first = true;
      for (String sentence : Sentences.of(content)) {
        sentences.add(
            new Sentence(sentence, Folding.fold(sentence), text.source(i), i, isItem, first));
        first = false;
      }
    }
    return sentences;
  }

  /**
   * The cells of a table's row as a list in one line, without the number of the row; the line under
   * its head says nothing. A table that is no Markdown has no lines at its sides.
   */
  private static String withoutCells(String line) {
    if (!CELLS.matcher(line).find()) {
      return line;
    }
    if (line.matches("[|:\\s-]+")) {
      return "";
    }
    return Arrays.stream(line.split("(?<!\\\\)\\|"))
        .map(String::strip)
        .filter(cell -> !cell.isEmpty() && !cell.matches("\\d{1,2}\\.?"))
        .collect(Collectors.joining(", "));
  }

  /** Without Markdown's signs; links written out. */
  private static String plain(String markdown) {
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
