package pl.soclab.webinarbot.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.soclab.webinarbot.publishing.DocumentReader.Reading;
import pl.soclab.webinarbot.publishing.DocumentReader.Reason;

class DocumentReaderTest {
  private static final String TEXT = "Zażółć gęślą jaźń\nWiersz drugi\n";

  private static Reading.Readable readable(String name, byte[] content) {
    Reading reading = DocumentReader.read(name, content);
    assertThat(reading).isInstanceOf(Reading.Readable.class);
    return (Reading.Readable) reading;
  }

  private static String text(ADocx document) {
    return readable("zebranie.docx", document.bytes()).text();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(String name, byte[] content, Reason reason) {
    assertThat(DocumentReader.read(name, content)).isEqualTo(new Reading.Refused(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1250", "ISO-8859-2"})
  void textIsReadInWhateverEncoding(String charset) {
    String mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";

    assertThat(readable("z.md", (mark + TEXT).getBytes(Charset.forName(charset))).text())
        .isEqualTo(TEXT);
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsAreLeftOut() {
    assertThat(readable("z.txt", utf8("\uFEFF" + TEXT.replace("\n", "\r\n"))).text())
        .isEqualTo(TEXT);
    assertThat(readable("z.txt", utf8(TEXT.replace("\n", "\r"))).text()).isEqualTo(TEXT);
  }

  @Test
  void otherEncodingIsSaid() {
    assertThat(readable("z.txt", TEXT.getBytes(Charset.forName("windows-1250"))).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.sentence()).contains("Windows-1250"));
  }

  @Test
  void markdownStaysMarkdownAndEverythingElseIsPlain() {
    assertThat(readable("z.MD", utf8(TEXT)).ending()).isEqualTo(".md");
    assertThat(readable("z.txt", utf8(TEXT)).ending()).isEqualTo(".txt");
    assertThat(readable("", utf8(TEXT)).ending()).isEqualTo(".txt");
    assertThat(readable("../../etc/passwd", utf8(TEXT)).ending()).isEqualTo(".txt");
  }

  @Test
  void emptyFileIsRefused() {
    refused("z.md", new byte[0], Reason.EMPTY);
    refused("z.md", utf8(" \n\t\n"), Reason.EMPTY);
    refused("z.md", utf8("\uFEFF"), Reason.EMPTY);
    refused("z.docx", new ADocx().bytes(), Reason.EMPTY);
    assertThat(DocumentReader.read(" ")).isEqualTo(new Reading.Refused(Reason.EMPTY));
  }

  @Test
  void longFileIsRefused() {
    refused("z.md", new byte[5 * 1024 * 1024], Reason.TOO_BIG);
    assertThat(readable("z.md", utf8("a".repeat(1024 * 1024 - 1))).text()).hasSize(1024 * 1024);
  }

  @Test
  void archiveNamedAsTextIsRefused() {
    refused("z.md", ADocx.zip(Map.of("x.txt", utf8("x"))), Reason.PACKED);
    refused("z.txt", new ADocx().paragraph("x").bytes(), Reason.PACKED);
  }

  @Test
  void whatIsNoTextIsRefused() {
    refused("z.md", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3}, Reason.NOT_TEXT);
    refused("z.txt", utf8("%PDF-1.7 ..."), Reason.NOT_TEXT);
    refused("z.txt", utf8("{\\rtf1 ...}"), Reason.NOT_TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"z.pdf", "z.exe", "z.html", "z.doc", "z.jsonl", "z.md.exe", "z.yaml"})
  void otherTypesAreRefused(String name) {
    refused(name, utf8(TEXT), Reason.WRONG_TYPE);
  }

  @Test
  void documentOfWordsIsReadParagraphByParagraph() {
    String text =
        text(
            new ADocx()
                .paragraph("Zebranie o placu zabaw")
                .paragraph("Zapraszamy 14 maja <o 17>, hasło: a_b*c & \"d\"")
                .paragraph("")
                .paragraph("Do zobaczenia"));

    assertThat(text)
        .isEqualTo(
            "Zebranie o placu zabaw\n\n"
                + "Zapraszamy 14 maja <o 17>, hasło: a_b*c & \"d\"\n\n"
                + "Do zobaczenia\n");
  }

  @Test
  void listsBecomeLines() {
    String text =
        text(
            new ADocx()
                .paragraph("Program:")
                .item(1, "powitanie")
                .item(1, "rozmowa")
                .item(2, "pierwszy")
                .item(2, "drugi")
                .paragraph("Koniec"));

    assertThat(text)
        .isEqualTo("Program:\n- powitanie\n- rozmowa\n\n1. pierwszy\n2. drugi\n\nKoniec\n");
  }

  @Test
  void linksAreKept() {
    String text =
        text(
            new ADocx()
                .link("Zapisy ", "tutaj", "https://gmina.example/?a=1&b=2")
                .link("", "https://gmina.example/x", "https://gmina.example/x")
                .link("", "biuro@gmina.example", "mailto:biuro@gmina.example")
                .link("", "skrypt", "javascript:alert(1)"));

    assertThat(text)
        .isEqualTo(
            "Zapisy tutaj (https://gmina.example/?a=1&b=2)\n\n"
                + "https://gmina.example/x\n\nbiuro@gmina.example\n\nskrypt\n");
  }

  @Test
  void rowOfATableIsALine() {
    assertThat(text(new ADocx().row("Miejsce", "świetlica").row("Koszt:", "0 zł", "dla dzieci")))
        .isEqualTo("Miejsce: świetlica\n\nKoszt: 0 zł; dla dzieci\n");
  }

  @Test
  void whatIsNamedADocumentAndIsNoneIsRefused() {
    refused("z.docx", utf8(TEXT), Reason.NOT_WORD);
    refused("z.docx", ADocx.zip(Map.of("x.txt", utf8("x"))), Reason.NOT_WORD);
    refused(
        "z.docx", new ADocx().part("word/document.xml", "<w:document>").bytes(), Reason.NOT_WORD);
    byte[] whole = new ADocx().paragraph("x").bytes();
    refused("z.docx", java.util.Arrays.copyOf(whole, whole.length / 2), Reason.NOT_WORD);
  }

  @Test
  void documentThatUnpacksToFarMoreIsRefused() {
    byte[] zeroes = new byte[20 * 1024 * 1024];
    refused("z.docx", new ADocx().part("word/media/x.png", zeroes).bytes(), Reason.SWOLLEN);
    refused("z.docx", new ADocx().part("word/x.xml", zeroes).bytes(), Reason.NOT_WORD);
  }

  @Test
  void documentOfVeryManyOrVeryDeepElementsIsRefused() {
    refused("z.docx", new ADocx().xml("<w:p/>".repeat(300_000)).bytes(), Reason.SWOLLEN);
    refused(
        "z.docx",
        new ADocx().xml("<w:p>".repeat(150) + "</w:p>".repeat(150)).bytes(),
        Reason.NOT_WORD);
  }

  @Test
  void documentReadsNoOtherFile(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "TAJNE");
    String entity =
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>";

    refused("z.docx", new ADocx().part("word/document.xml", entity).bytes(), Reason.NOT_WORD);
    refused(
        "z.docx",
        new ADocx().part("word/document.xml", entity.getBytes(StandardCharsets.UTF_16)).bytes(),
        Reason.NOT_WORD);
  }

  @Test
  void pictureOutsideOfTheDocumentIsNotLookedAt() {
    var document =
        new ADocx()
            .paragraph("Plakat:")
            .xml(
                "<w:p><w:r><w:drawing><wp:inline"
                    + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">"
                    + "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData>"
                    + "<pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
                    + "<pic:blipFill><a:blip r:link=\"rIdX\"/></pic:blipFill></pic:pic></a:graphicData>"
                    + "</a:graphic></wp:inline></w:drawing></w:r></w:p>");
    document.relationship("rIdX", "image", "file:///etc/passwd", true);

    assertThat(text(document)).isEqualTo("Plakat:\n");
  }
}
