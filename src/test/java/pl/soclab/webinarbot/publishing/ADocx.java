package pl.soclab.webinarbot.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A document of Word's that a test writes, part by part. */
public final class ADocx {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();
  private String relationships = "";

  /** Without a paragraph. */
  public ADocx() {
    part(
        "[Content_Types].xml",
        HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
    part(
        "_rels/.rels",
        HEAD
            + "<Relationships xmlns=\""
            + PACKAGE
            + "\"><Relationship Id=\"rId1\" Type=\""
            + OFFICE
            + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    part(
        "word/numbering.xml",
        HEAD
            + "<w:numbering xmlns:w=\""
            + WORD
            + "\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
            + "<w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">"
            + "<w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>");
    relationship("rId9", "numbering", "numbering.xml", false);
  }

  public ADocx paragraph(String text) {
    body.append("<w:p>").append(run(text)).append("</w:p>");
    return this;
  }

  ADocx item(int list, String text) {
    body.append("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"")
        .append(list)
        .append("\"/></w:numPr></w:pPr>")
        .append(run(text))
        .append("</w:p>");
    return this;
  }

  ADocx link(String before, String words, String address) {
    String id = "rId" + (100 + relationships.length());
    relationship(id, "hyperlink", address, true);
    body.append("<w:p>")
        .append(run(before))
        .append("<w:hyperlink r:id=\"" + id + "\">")
        .append(run(words))
        .append("</w:hyperlink></w:p>");
    return this;
  }

  ADocx row(String... cells) {
    body.append("<w:tbl><w:tr>");
    for (String cell : cells) {
      body.append("<w:tc><w:p>").append(run(cell)).append("</w:p></w:tc>");
    }
    body.append("</w:tr></w:tbl>");
    return this;
  }

  ADocx xml(String xml) {
    body.append(xml);
    return this;
  }

  void relationship(String id, String type, String target, boolean external) {
    relationships +=
        "<Relationship Id=\""
            + id
            + "\" Type=\""
            + OFFICE
            + "/"
            + type
            + "\" Target=\""
            + escaped(target)
            + "\""
            + (external ? " TargetMode=\"External\"" : "")
            + "/>";
  }

  ADocx part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  ADocx part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  private static String run(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  public byte[] bytes() {
    part(
        "word/_rels/document.xml.rels",
        HEAD + "<Relationships xmlns=\"" + PACKAGE + "\">" + relationships + "</Relationships>");
    parts.putIfAbsent(
        "word/document.xml",
        (HEAD
                + "<w:document xmlns:w=\""
                + WORD
                + "\" xmlns:r=\""
                + OFFICE
                + "\"><w:body>"
                + body
                + "</w:body></w:document>")
            .getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
