package pl.soclab.webinarbot.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as somebody may put them into the knowledge folder or send them to the bot. */
public final class HostileFiles {
  /** In bytes; no longer file is read. */
  private static final int LONGEST = 1024 * 1024;

  private static final List<String> NAMES =
      List.of(
          "wydarzenia/2022-02-17-atak.md",
          "wydarzenia/atak.txt",
          "odpowiedzi/atak.md",
          "odpowiedzi/atak.txt",
          "projekt/atak.md",
          "atak.txt",
          "slownik.txt",
          "sformulowania/koszt.txt",
          "pytania/atak.jsonl",
          "atak.docx",
          "README.md",
          "a b/ą.md");

  /** Each is repeated until the file is full. */
  private static final List<String> REPEATED =
      List.of(
          "# Nagłówek\n",
          "# Nagłówek %d\n\ntekst %d\n\n",
          "## Kiedy?\n",
          "> ",
          ">",
          "- ",
          "  - a\n",
          "1. ",
          "* ",
          "*",
          "**",
          "_a_",
          "`",
          "```\n",
          "[",
          "![",
          "[a](",
          "](",
          "<",
          "<a ",
          "<!--",
          "&",
          "&#",
          "|",
          "| a | b |\n|---|---|\n",
          "|a",
          "---\n",
          "***\n",
          "===\n",
          "\t",
          "\\",
          ":",
          "klucz: wartość\n",
          "tytuł: a\n",
          "- {początek: 2022-01-01 9:00}\n",
          "a, b => c\n",
          "=>",
          ",",
          "a,",
          "#",
          "0",
          "123 ",
          "1-",
          "9:",
          "17.02.2022 ",
          "17.02 o 9:00 ",
          "godz. ",
          "godz. 9 ",
          "godz. 9:00-",
          "od 9 do ",
          "w czwartek ",
          "17 lutego ",
          "dwudziestego ",
          "o dziewiątej ",
          "Meeting ID: ",
          "Meeting ID: 819 ",
          "hasło: ",
          "kod: 1",
          "tel. ",
          "+48 ",
          "600 ",
          "ul. ",
          "ul. Leśna ",
          "a@",
          "a@b.",
          "a.",
          "www.",
          "https://",
          "https://a/",
          "http://a.b/c…",
          "http",
          "zapisy do ",
          "organizator: ",
          "w imieniu ",
          "partnerzy: a, ",
          "Zapraszamy ",
          "odwołane ",
          "czy ",
          "Czy a? ",
          "?",
          "!",
          ".",
          "… ",
          "...",
          "\"",
          "„",
          "(",
          "((",
          "nie",
          "nie ",
          "ą",
          "a ",
          "a",
          "a\u0301",
          "\u0301",
          "\u200B",
          "\u00A0",
          "\u2028",
          "\u202E",
          "👩‍👩‍👧‍👦",
          "\uFEFF",
          "\u0000",
          " ",
          "\n",
          "\r",
          "a\n\n",
          "Pn ",
          "1 ",
          "1,5 ",
          "1 zł ",
          "minut ",
          "2 h ",
          "UTC+",
          "maja ",
          "- 9:00 a\n",
          "9.00 ");

  private static final List<String> KEYS =
      List.of(
          "tytuł",
          "początek",
          "koniec",
          "strefa",
          "terminy",
          "miejsce",
          "link",
          "id spotkania",
          "hasło",
          "organizatorzy",
          "kontakt",
          "zapisy do",
          "przypomnienia",
          "stan",
          "ogólne",
          "wydarzenie",
          "czas trwania",
          "liczba miejsc",
          "program",
          "nieznany klucz",
          "<<",
          "?",
          "");

  private final Dice dice;
  private final HostileTexts texts;

  public HostileFiles(Dice dice) {
    this.dice = dice;
    texts = new HostileTexts(dice);
  }

  /**
   * A file.
   *
   * @param name relative to the knowledge folder
   */
  public record HostileFile(String name, byte[] content) {}

  /** The next one, of at most {@code most} bytes or a little more than is read. */
  public HostileFile next(int most) {
    String name = dice.of(NAMES);
    byte[] content = name.endsWith(".docx") ? docx() : content(Math.min(most, LONGEST));
    return new HostileFile(name, content);
  }

  private byte[] content(int most) {
    return switch (dice.below(10)) {
      case 0 -> dice.bytes(dice.size(most));
      case 1 -> changed(whole(most).getBytes(UTF_8));
      case 2 ->
          whole(most)
              .getBytes(
                  Charset.forName(dice.of("windows-1250", "UTF-16", "UTF-16LE", "ISO-8859-2")));
      default -> whole(most).getBytes(UTF_8);
    };
  }

  private String whole(int most) {
    return (dice.onceIn(2) ? frontMatter() : "") + body(most);
  }

  /** A file that is full, of one thing again and again. */
  private String body(int most) {
    int length = dice.onceIn(3) ? most : dice.size(most);
    if (dice.onceIn(3)) {
      var text = new StringBuilder();
      while (text.length() < length) {
        text.append(dice.onceIn(2) ? dice.of(REPEATED) : texts.shortText());
      }
      return text.substring(0, Math.min(text.length(), most));
    }
    if (dice.onceIn(5)) {
      return texts.next();
    }
    String piece = dice.of(REPEATED);
    String before =
        dice.of("", "Zapraszamy na zebranie 17 lutego 2022 o 9:00. ", "# A\n", texts.shortText());
    return before + piece.repeat(Math.max(1, length / piece.getBytes(UTF_8).length));
  }

  private String frontMatter() {
    return switch (dice.below(9)) {
      case 0 -> "---\n" + laughs() + "---\n";
      case 1 ->
          "---\ntytuł: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]\n---\n";
      case 2 -> "---\na: &a [*a, *a]\ntytuł: *a\n---\n";
      case 3 ->
          "---\ntytuł: "
              + dice.of("[", "{", "{a: ", "- ", "? ", "[[", "\"", "'").repeat(dice.size(50_000))
              + "\n---\n";
      case 4 -> "---\n" + dice.of(REPEATED).repeat(dice.size(5_000)) + dice.of("", "\n---\n");
      default -> "---\n" + fields(dice.between(1, 30)) + dice.of("---\n", "---\n", "...\n", "");
    };
  }

  private String fields(int count) {
    var fields = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String value =
          switch (dice.below(6)) {
            case 0 ->
                dice.of(
                    "2022-02-17 09:00",
                    "2022-02-30",
                    "99999999-01-01",
                    "25:61",
                    "jutro",
                    "0000-00-00");
            case 1 ->
                "\n  - {początek: " + texts.shortText() + ", miejsce: " + texts.shortText() + "}";
            case 2 -> "[" + texts.shortText() + ", " + texts.shortText() + "]";
            case 3 -> dice.of(REPEATED).repeat(dice.size(3_000));
            case 4 ->
                dice.of(
                    "Europe/Warsaw",
                    "Mars/Base",
                    "javascript:alert(1)",
                    "tg://resolve?domain=a",
                    "file:///etc/passwd",
                    "https://a…");
            default -> texts.shortText();
          };
      fields
          .append(dice.of(KEYS))
          .append(dice.of(": ", ":", " : ", "\t:"))
          .append(value)
          .append('\n');
    }
    return fields.toString();
  }

  /** A billion laughs: each line is ten of the line before. */
  private static String laughs() {
    var yaml = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for (int i = 1; i < 10; i++) {
      yaml.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
    }
    return yaml.append("tytuł: *a9\n").toString();
  }

  private byte[] changed(byte[] content) {
    for (int i = dice.size(50); i > 0 && content.length > 0; i--) {
      content[dice.below(content.length)] = (byte) dice.below(256);
    }
    return content;
  }

  private byte[] docx() {
    String document =
        switch (dice.below(7)) {
          case 0 ->
              "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                  + paragraph("&b;");
          case 1 -> "<w:p>".repeat(dice.size(200_000));
          case 2 -> paragraph("<w:r><w:t>a</w:t></w:r>".repeat(dice.size(100_000)));
          case 3 -> paragraph("<w:r><w:t>" + "a".repeat(dice.size(30_000_000)) + "</w:t></w:r>");
          case 4 -> texts.next();
          case 5 -> paragraph("<w:hyperlink r:id=\"x\"><w:r><w:t>a</w:t></w:r></w:hyperlink>");
          default -> paragraph("<w:r><w:t>" + "Zapraszamy &lt;b&gt; 17 lutego" + "</w:t></w:r>");
        };
    byte[] packed =
        zipped(dice.of("word/document.xml", "../../a.xml", "/word/document.xml"), document);
    return dice.onceIn(3) ? changed(packed) : packed;
  }

  private static String paragraph(String inside) {
    return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body><w:p>"
        + inside
        + "</w:p></w:body></w:document>";
  }

  private byte[] zipped(String name, String document) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(document.getBytes(UTF_8));
      for (int i = dice.onceIn(9) ? 3_000 : 0; i > 0; i--) {
        zip.putNextEntry(new ZipEntry("a" + i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A packed file could not be made", e);
    }
    return bytes.toByteArray();
  }
}
