package pl.soclab.webinarbot.knowledge;

import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import pl.soclab.webinarbot.language.Folding;

/** Writes a paragraph or a heading without Markdown's signs, its links written out. */
final class MarkdownInlines {
  private final StringBuilder plain = new StringBuilder();

  private MarkdownInlines() {}

  static String of(Node node) {
    var inlines = new MarkdownInlines();
    inlines.writeChildren(node);
    return WrappedLines.join(List.of(inlines.plain.toString().split("\n", -1)));
  }

  private void writeChildren(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> plain.append(text.getLiteral());
        case Code code -> plain.append(code.getLiteral());
        case SoftLineBreak _, HardLineBreak _ -> plain.append('\n');
        case HtmlInline html -> writeHtml(html.getLiteral());
        case Link link -> writeLink(link);
        case Image _ -> {} // A picture's description is no text of the organiser's.
        default -> writeChildren(node);
      }
    }
  }

  private void writeHtml(String html) {
    if (Folding.fold(html).startsWith("<br")) {
      plain.append('\n');
    }
  }

  private void writeLink(Link link) {
    int start = plain.length();
    writeChildren(link);
    String shown = plain.substring(start).strip();
    String target = link.getDestination();
    if (shown.isEmpty()) {
      plain.append(target);
    } else if (!bare(shown).equals(bare(target)) && !target.startsWith("#")) {
      plain.append(" (").append(target.replaceFirst("^(?:mailto|tel):", "")).append(')');
    } else if (target.startsWith("http")) {
      plain.setLength(start);
      plain.append(target);
    }
  }

  private static String bare(String link) {
    return Folding.fold(link)
        .replaceFirst("^(?:https?://(?:www\\.)?|mailto:|tel:|www\\.)", "")
        .replaceFirst("/$", "");
  }
}
