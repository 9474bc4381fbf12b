package pl.soclab.webinarbot.preview;

import java.util.Arrays;

/** A file that somebody sent; {@code id} is the Bot API's {@code file_id}. */
record StoredFile(String id, String name, String mediaType, byte[] content) {
  /** Where the Bot API lets it be downloaded, below {@code /file/bot<token>/}. */
  String path() {
    return "documents/" + id + extension();
  }

  String uniqueId() {
    return "u" + id;
  }

  private String extension() {
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot);
    return extension.matches("\\.[A-Za-z0-9]{1,10}") ? extension : "";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredFile that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return name + " (" + content.length + " bytes, " + Arrays.hashCode(content) + ")";
  }
}
