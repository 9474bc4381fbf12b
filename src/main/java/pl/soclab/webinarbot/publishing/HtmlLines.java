package pl.soclab.webinarbot.publishing;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Turns the HTML that Mammoth writes, which is well-formed, into lines as a person would type them:
 * an empty line between paragraphs, a dash before the item of a list, a row of a table in a line,
 * the address of a link behind its words.
 */
final class HtmlLines {
  private static final Set<String> BLOCKS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table");
  private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|mailto:|tel:).+");
  private static final Pattern LINE_END_SPACES = Pattern.compile("[ \\t\\u00A0]+\\n");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  private final StringBuilder text = new StringBuilder();

  /** Of each list that is open the number of its last item; negative for one with dashes. */
  private final Deque<Integer> lists = new ArrayDeque<>();

  private @Nullable String address;
  private int linkStart;
  private boolean inRow;
  private int cell;

  private HtmlLines() {}

  /**
   * The lines of a text in HTML.
   *
   * @throws IllegalArgumentException where it is not well-formed
   */
  static String of(String html) {
    var lines = new HtmlLines();
    try {
      XMLInputFactory factory = XMLInputFactory.newInstance();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      lines.read(factory.createXMLStreamReader(new StringReader("<body>" + html + "</body>")));
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("HTML that is not well-formed", e);
    }
    String whole = LINE_END_SPACES.matcher(lines.text + "\n").replaceAll("\n");
    return EMPTY_LINES.matcher(whole).replaceAll("\n\n").strip() + "\n";
  }

  private void read(XMLStreamReader html) throws XMLStreamException {
    while (html.hasNext()) {
      switch (html.next()) {
        case XMLStreamConstants.START_ELEMENT -> open(html);
        case XMLStreamConstants.END_ELEMENT -> close(html.getLocalName());
        case XMLStreamConstants.CHARACTERS -> text.append(html.getText());
        default -> {}
      }
    }
  }

  private void open(XMLStreamReader html) {
    switch (html.getLocalName()) {
      case "br" -> text.append(inRow ? ' ' : '\n');
      case "ul" -> lists.push(-1);
      case "ol" -> lists.push(0);
      case "li" -> item();
      case "tr" -> row();
      case "td", "th" -> cell();
      case "a" -> {
        address = html.getAttributeValue(null, "href");
        linkStart = text.length();
      }
      case String block when BLOCKS.contains(block) && !inRow && lists.isEmpty() -> paragraph();
      default -> {}
    }
  }

  private void close(String name) {
    switch (name) {
      case "ul", "ol" -> {
        lists.pop();
        paragraph();
      }
      case "tr" -> inRow = false;
      case "a" -> link();
      case String block when BLOCKS.contains(block) && (inRow || !lists.isEmpty()) ->
          text.append(' ');
      default -> {}
    }
  }

  private void paragraph() {
    if (lists.isEmpty() && !inRow) {
      text.append("\n\n");
    }
  }

  private void item() {
    int number = lists.isEmpty() ? -1 : lists.pop();
    text.append('\n').append("  ".repeat(lists.size()));
    text.append(number < 0 ? "- " : (number + 1) + ". ");
    lists.push(number < 0 ? number : number + 1);
  }

  private void row() {
    text.append('\n');
    inRow = true;
    cell = 0;
  }

  /** "Miejsce: świetlica", where the first cell names what the second one says. */
  private void cell() {
    if (cell > 0) {
      text.setLength(endOfWords());
    }
    if (cell == 1) {
      text.append(text.charAt(text.length() - 1) == ':' ? " " : ": ");
    } else if (cell > 1) {
      text.append("; ");
    }
    cell++;
  }

  private int endOfWords() {
    int end = text.length();
    while (end > 1 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private void link() {
    String words = text.substring(linkStart);
    if (address != null && ADDRESS.matcher(address).matches() && !words.contains(address)) {
      boolean isWritten = address.replaceFirst("(?i)^(mailto|tel):", "").equals(words.strip());
      if (!isWritten) {
        text.append(words.isBlank() ? "" : " (").append(address).append(words.isBlank() ? "" : ")");
      }
    }
    address = null;
  }
}
