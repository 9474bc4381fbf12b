package pl.soclab.webinarbot.publishing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import pl.soclab.webinarbot.knowledge.FileText;
import pl.soclab.webinarbot.knowledge.Finding;

/**
 * Reads what an organiser sent, by its content: its name only says what the sender takes it for.
 * Reads nothing from the disk and nothing from the network, whatever a document points at.
 */
public final class DocumentReader {
  /** In bytes; the folder's reader reads no longer file. */
  public static final int MAX_BYTES = FileText.MAX_BYTES;

  private static final String WORD = ".docx";
  private static final Set<String> TEXTS = Set.of(".md", ".markdown", ".txt", "");

  private DocumentReader() {}

  /** What became of it. */
  public sealed interface Reading {
    /**
     * Text.
     *
     * @param text with {@code \n} between lines, never blank
     * @param ending of the file that is to hold it: {@code .md} or {@code .txt}
     * @param findings what is wrong with the characters, by their lines
     */
    record Readable(String text, String ending, List<Finding> findings) implements Reading {
      public Readable {
        findings = List.copyOf(findings);
      }
    }

    /** Nothing to be published. */
    record Refused(Reason reason) implements Reading {}
  }

  /** Why something is refused. */
  public enum Reason {
    TOO_BIG,
    EMPTY,
    /** Neither Markdown nor plain text nor a document of Word's. */
    WRONG_TYPE,
    /** Named as text, and is a packed archive. */
    PACKED,
    /** Named as text, and is none. */
    NOT_TEXT,
    /** Named as a document of Word's, and is none, or a broken one. */
    NOT_WORD,
    /** A document that unpacks to far more than text. */
    SWOLLEN
  }

  /**
   * Reads a document.
   *
   * @param name as its sender called it; may be empty
   */
  public static Reading read(String name, byte[] content) {
    String ending = ending(name);
    if (content.length > MAX_BYTES) {
      return new Reading.Refused(Reason.TOO_BIG);
    }
    if (content.length == 0) {
      return new Reading.Refused(Reason.EMPTY);
    }
    if (ending.equals(WORD)) {
      return DocxText.read(content);
    }
    if (!TEXTS.contains(ending)) {
      return new Reading.Refused(Reason.WRONG_TYPE);
    }
    if (DocxText.isZip(content)) {
      return ending.isEmpty() ? DocxText.read(content) : new Reading.Refused(Reason.PACKED);
    }
    FileText.Decoded decoded = FileText.read(name, content);
    if (decoded.text() == null) {
      return new Reading.Refused(Reason.NOT_TEXT);
    }
    return readable(decoded.text(), ending.startsWith(".m") ? ".md" : ".txt", decoded.findings());
  }

  /** A text that was forwarded. */
  public static Reading read(String text) {
    return readable(text, ".txt", List.of());
  }

  static Reading readable(String text, String ending, List<Finding> findings) {
    String whole = text.stripTrailing();
    return whole.isBlank()
        ? new Reading.Refused(Reason.EMPTY)
        : new Reading.Readable(whole + "\n", ending, findings);
  }

  /** In lower case, with the dot; empty for none. */
  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return dot > slash ? name.substring(dot).strip().toLowerCase(Locale.ROOT) : "";
  }
}
