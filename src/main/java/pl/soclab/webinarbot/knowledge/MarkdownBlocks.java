package pl.soclab.webinarbot.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown into blocks of plain text. */
final class MarkdownBlocks {
  private static final int MAX_NESTING = 40;
  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(MAX_NESTING)
          .maxInlineNesting(MAX_NESTING)
          .build();
  private static final Pattern HTML = Pattern.compile("(?s)<!--.*?(?:-->|$)|<[^>]*>");

  private final TextLines text;
  private final List<TextBlock> blocks = new ArrayList<>();

  private MarkdownBlocks(TextLines text) {
    this.text = text;
  }

  static List<TextBlock> of(TextLines text) {
    var markdown = new MarkdownBlocks(text);
    markdown.addChildren(PARSER.parse(String.join("\n", text.lines())));
    return List.copyOf(markdown.blocks);
  }

  private void addChildren(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Heading heading -> add(TextBlock.Kind.HEADING, heading, MarkdownInlines.of(heading));
        case Paragraph paragraph ->
            add(
                TextBlock.Kind.PARAGRAPH,
                paragraph,
                MarkdownTables.withoutBars(MarkdownInlines.of(paragraph)));
        case ListBlock list -> add(TextBlock.Kind.LIST, list, items(list, ""));
        case BlockQuote quote -> addChildren(quote);
        case FencedCodeBlock code -> add(TextBlock.Kind.PARAGRAPH, code, code.getLiteral());
        case IndentedCodeBlock code ->
            add(
                TextBlock.Kind.PARAGRAPH,
                code,
                WrappedLines.join(List.of(code.getLiteral().split("\n", -1))));
        case HtmlBlock html ->
            add(
                TextBlock.Kind.PARAGRAPH,
                html,
                HTML.matcher(html.getLiteral()).replaceAll(" ").replaceAll(" {2,}", " "));
        default -> {}
      }
    }
  }

  private void add(TextBlock.Kind kind, Block block, String content) {
    String stripped = content.strip();
    if (stripped.isEmpty()) {
      return;
    }
    int level = block instanceof Heading heading ? heading.getLevel() : 0;
    int line =
        block.getSourceSpans().isEmpty() ? 0 : block.getSourceSpans().getFirst().getLineIndex();
    blocks.add(new TextBlock(kind, level, stripped, text.source(line)));
  }

  private static String items(ListBlock list, String indent) {
    var items = new StringBuilder();
    Integer first = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
    int number = first == null ? 1 : first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      items.append(indent).append(list instanceof OrderedList ? number + ". " : "– ");
      items.append(item(item, indent + "   ")).append('\n');
      number++;
    }
    return items.toString().stripTrailing();
  }

  private static String item(Node item, String indent) {
    var parts = new ArrayList<String>();
    for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
      String part =
          switch (node) {
            case ListBlock list -> items(list, indent);
            case FencedCodeBlock code -> code.getLiteral().strip();
            case IndentedCodeBlock code -> code.getLiteral().strip();
            default -> MarkdownInlines.of(node).strip();
          };
      if (!part.isBlank()) {
        parts.add(part);
      }
    }
    return String.join("\n", parts);
  }
}
