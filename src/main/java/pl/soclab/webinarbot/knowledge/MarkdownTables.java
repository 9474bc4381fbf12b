package pl.soclab.webinarbot.knowledge;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a table drawn with bars as lines: "| od | 9:00 |" becomes "od – 9:00". */
final class MarkdownTables {
  private static final Pattern RULE = Pattern.compile("[|:\\s-]*-[|:\\s-]*");

  private MarkdownTables() {}

  /** The text as it is where it is no table. */
  static String withoutBars(String text) {
    String[] rows = text.split("\n", -1);
    if (rows.length < 2 || !Arrays.stream(rows).allMatch(row -> row.startsWith("|"))) {
      return text;
    }
    return Arrays.stream(rows)
        .filter(row -> !RULE.matcher(row).matches())
        .map(MarkdownTables::cells)
        .collect(Collectors.joining("\n"));
  }

  private static String cells(String row) {
    return Arrays.stream(row.split("\\|", -1))
        .map(String::strip)
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.joining(" – "));
  }
}
