package pl.soclab.webinarbot.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a file's bytes into lines. Polish texts come in UTF-8, from older Windows programs in
 * Windows-1250, from older Linux ones in ISO 8859-2, and from the Notepad's "Unicode" in UTF-16.
 */
public final class FileText {
  /** No longer file is read. */
  public static final int MAX_BYTES = 1024 * 1024;

  private static final Charset WINDOWS = Charset.forName("windows-1250");
  private static final Charset LATIN_2 = Charset.forName("ISO-8859-2");
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");

  private FileText() {}

  /**
   * The text in a file's bytes.
   *
   * @param text with {@code \n} between lines; null where the bytes are no text
   * @param findings what is wrong with it, the encoding for one
   */
  public record Decoded(@Nullable String text, List<Finding> findings) {}

  /**
   * Reads bytes as the organisers' files are read.
   *
   * @param file how findings call it
   */
  public static Decoded read(String file, byte[] bytes) {
    var findings = new Findings();
    TextLines lines = decode(file, bytes, findings);
    return new Decoded(lines == null ? null : String.join("\n", lines.lines()), findings.all());
  }

  /**
   * The lines of a file; null, with an error among the findings, where it is not text.
   *
   * @param file relative to the knowledge folder
   */
  static @Nullable TextLines decode(String file, byte[] bytes, Findings findings) {
    var start = new SourceLine(file, 1);
    String text = isForeign(bytes) ? null : text(file, bytes, findings);
    if (text == null) {
      findings.error(
          start,
          "To nie jest plik tekstowy. Proszę zapisać treść jako zwykły tekst (.txt) w UTF-8.");
      return null;
    }
    String whole = Normalizer.normalize(CONTROL.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    return new TextLines(file, 1, List.of(LINE_END.split(whole, -1)));
  }

  /** Files of other programs that are named as if they were text. */
  private static boolean isForeign(byte[] bytes) {
    return startsWith(bytes, '%', 'P', 'D', 'F')
        || startsWith(bytes, 'P', 'K', 3, 4)
        || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)
        || startsWith(bytes, '{', '\\', 'r', 't', 'f');
  }

  private static @Nullable String text(String file, byte[] bytes, Findings findings) {
    var start = new SourceLine(file, 1);
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      findings.warning(start, "Plik jest zapisany w UTF-16. " + SAVE_AS_UTF_8);
      return withoutMark(new String(bytes, StandardCharsets.UTF_16));
    }
    String utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return isText(utf8) ? withoutMark(utf8) : null;
    }
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    var line = new SourceLine(file, lineOf(lenient, lenient.indexOf('\uFFFD')));
    if (isMostlyUtf8(lenient)) {
      findings.warning(
          line,
          "W tym wierszu jest uszkodzony znak, którego nie da się odczytać. Proszę wpisać go od"
              + " nowa.");
      return isText(lenient) ? withoutMark(lenient) : null;
    }
    return older(bytes, line, findings);
  }

  private static final String SAVE_AS_UTF_8 =
      "Bot go odczytał, ale proszę zapisać go w UTF-8 i sprawdzić polskie litery.";

  private static @Nullable String older(byte[] bytes, SourceLine line, Findings findings) {
    Charset charset = isLatin2(bytes) ? LATIN_2 : WINDOWS;
    String text = strictly(bytes, charset);
    if (text == null || !isText(text)) {
      return null;
    }
    String name = charset.equals(WINDOWS) ? "Windows-1250" : "ISO 8859-2";
    findings.warning(line, "Plik jest zapisany w " + name + ". " + SAVE_AS_UTF_8);
    return text;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isMostlyUtf8(String lenient) {
    long damaged = lenient.chars().filter(c -> c == '\uFFFD').count();
    long well = lenient.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
    return well > damaged;
  }

  /** The bytes of ą, ś and ź tell the two apart: Windows-1250 has ±, ¶ and Ľ for those. */
  private static boolean isLatin2(byte[] bytes) {
    int latin2 = 0;
    int windows = 0;
    for (byte each : bytes) {
      switch (each & 0xFF) {
        case 0xB1, 0xB6, 0xBC, 0xA1, 0xA6, 0xAC -> latin2++;
        case 0xB9, 0x9C, 0x9F, 0xA5, 0x8C, 0x8F, 0x84, 0x94, 0x96 -> windows++;
        default -> {}
      }
    }
    return latin2 > windows;
  }

  private static boolean isText(String text) {
    if (text.indexOf('\0') >= 0) {
      return false;
    }
    long controls =
        text.chars().filter(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r').count();
    return controls * 100 <= text.length();
  }

  private static int lineOf(String text, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      char c = text.charAt(i);
      boolean windowsEnd = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !windowsEnd)) {
        line++;
      }
    }
    return line;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
