package pl.soclab.webinarbot.publishing;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import org.zwobble.mammoth.DocumentConverter;
import pl.soclab.webinarbot.publishing.DocumentReader.Reading;
import pl.soclab.webinarbot.publishing.DocumentReader.Reason;

/**
 * The text of a document of Word's (ECMA-376). All of it is looked through before Mammoth sees it:
 * how much it unpacks to, how deep and how many its elements are, and that no part has a document
 * type, which the format forbids (part 2, 9.1.7) and through which XML reads other files.
 */
final class DocxText {
  private static final Logger LOG = LoggerFactory.getLogger(DocxText.class);
  private static final long MAX_UNPACKED = 16L * 1024 * 1024;
  private static final int MAX_PARTS = 2_000;
  private static final int MAX_ELEMENTS = 250_000;
  private static final String MAX_DEPTH = "100";
  private static final String DOCUMENT = "word/document.xml";

  private DocxText() {}

  static boolean isZip(byte[] content) {
    return content.length > 3
        && content[0] == 'P'
        && content[1] == 'K'
        && content[2] == 3
        && content[3] == 4;
  }

  static Reading read(byte[] content) {
    if (!isZip(content)) {
      return new Reading.Refused(Reason.NOT_WORD);
    }
    try {
      if (!check(content)) {
        return new Reading.Refused(Reason.NOT_WORD);
      }
      String html =
          new DocumentConverter()
              // A picture says nothing here, and may name a file of this machine.
              .imageConverter(image -> Map.of())
              .convertToHtml(new ByteArrayInputStream(content))
              .getValue();
      String text = HtmlLines.of(html);
      return text.length() > DocumentReader.MAX_BYTES
          ? new Reading.Refused(Reason.TOO_BIG)
          : DocumentReader.readable(text, ".txt", List.of());
    } catch (Swollen e) {
      return new Reading.Refused(Reason.SWOLLEN);
    } catch (IOException | SAXException | RuntimeException e) {
      if (e.getCause() instanceof Swollen) {
        return new Reading.Refused(Reason.SWOLLEN);
      }
      // Mammoth throws many things for a document that another program wrote half of.
      LOG.info("A document could not be read: {}", e.getClass().getName());
      return new Reading.Refused(Reason.NOT_WORD);
    }
  }

  /** Whether it is a document of Word's, and harmless. */
  private static boolean check(byte[] content) throws IOException, SAXException {
    boolean hasDocument = false;
    var unpacked = new Counted(new ZipInputStream(new ByteArrayInputStream(content)));
    var elements = new Elements();
    int parts = 0;
    for (ZipEntry part = unpacked.next(); part != null; part = unpacked.next()) {
      if (++parts > MAX_PARTS) {
        throw new Swollen();
      }
      String name = part.getName().toLowerCase(Locale.ROOT);
      hasDocument |= name.equals(DOCUMENT);
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        parse(unpacked, elements);
      }
      unpacked.transferTo(OutputStream.nullOutputStream());
    }
    return hasDocument;
  }

  private static void parse(InputStream part, DefaultHandler elements)
      throws IOException, SAXException {
    try {
      var factory = SAXParserFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var parser = factory.newSAXParser();
      // Mammoth goes down into elements by recursion.
      parser.setProperty("jdk.xml.maxElementDepth", MAX_DEPTH);
      parser.parse(part, elements);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The parser of Java knows no safe way", e);
    }
  }

  /** More than text. */
  private static final class Swollen extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** All parts of a packed file, one after another, up to a limit. */
  private static final class Counted extends FilterInputStream {
    private final ZipInputStream zip;
    private long left = MAX_UNPACKED;

    Counted(ZipInputStream zip) {
      super(zip);
      this.zip = zip;
    }

    ZipEntry next() throws IOException {
      return zip.getNextEntry();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      left -= Math.max(read, 0);
      if (left < 0) {
        throw new Swollen();
      }
      return read;
    }

    /** The parser closes what it was given; the next part comes out of the same stream. */
    @Override
    public void close() {}
  }

  /** Counts elements of all parts. */
  private static final class Elements extends DefaultHandler {
    private int count;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      if (++count > MAX_ELEMENTS) {
        throw new SAXException(new Swollen());
      }
    }
  }
}
