package pl.soclab.webinarbot.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Finding.Severity;

/**
 * The lines of a file of the organisers.
 *
 * @param name relative to the knowledge folder
 * @param lines without line ends
 */
record TextFile(String name, List<String> lines) {
  /** Nobody types a megabyte; a file of that size is not what it says it is. */
  private static final long MAX_BYTES = 1024 * 1024;

  private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");

  TextFile {
    lines = List.copyOf(lines);
  }

  SourceLine line(int number) {
    return new SourceLine(name, number);
  }

  /** The lines from a position on, counted from 0. */
  TextLines from(int position) {
    return new TextLines(name, position + 1, lines.subList(position, lines.size()));
  }

  /** Reads a file; null, with a finding, where there is no text in it. */
  static @Nullable TextFile read(Path path, String name, List<Finding> findings) {
    var start = new SourceLine(name, 1);
    byte[] bytes;
    try {
      if (Files.size(path) > MAX_BYTES) {
        findings.add(
            new Finding(
                start,
                Severity.ERROR,
                "Plik ma ponad 1 MiB i nie został odczytany. Proszę go podzielić na mniejsze albo usunąć."));
        return null;
      }
      bytes = Files.readAllBytes(path);
    } catch (IOException | SecurityException e) {
      findings.add(
          new Finding(
              start,
              Severity.ERROR,
              "Nie da się odczytać tego pliku. Proszę sprawdzić, czy program ma do niego dostęp."));
      return null;
    }
    String text = decode(bytes, start, findings);
    return text == null ? null : new TextFile(name, text.lines().toList());
  }

  private static @Nullable String decode(byte[] bytes, SourceLine start, List<Finding> findings) {
    String text;
    try {
      text = strictly(StandardCharsets.UTF_8, bytes);
    } catch (CharacterCodingException notUtf8) {
      text = new String(bytes, WINDOWS_1250);
      if (isText(text)) {
        findings.add(
            new Finding(
                start,
                Severity.WARNING,
                "Plik nie jest zapisany w UTF-8; odczytano go jako Windows-1250. Proszę zapisać go w UTF-8 i sprawdzić polskie litery."));
      }
    }
    if (!isText(text)) {
      findings.add(
          new Finding(
              start,
              Severity.ERROR,
              "To nie jest plik tekstowy. Proszę wstawić tekst zapisany jako .txt albo .md."));
      return null;
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String strictly(Charset charset, byte[] bytes) throws CharacterCodingException {
    CharBuffer decoded =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes));
    return decoded.toString();
  }

  /** Text has no control characters but for line ends and tabs. */
  private static boolean isText(String text) {
    return text.chars()
        .noneMatch(c -> c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0xFFFD);
  }
}
