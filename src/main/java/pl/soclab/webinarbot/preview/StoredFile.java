package pl.soclab.webinarbot.preview;

/** A file that somebody sent; {@code id} is the Bot API's {@code file_id}. */
record StoredFile(String id, String name, String mediaType, Bytes content) {
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
}
