package pl.soclab.webinarbot.preview;

import java.net.URLConnection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All files that were sent, by the bot and to it. */
final class Files {
  /** What Telegram lets a bot download (Bot API, {@code getFile}). */
  static final int MOST_BYTES_FOR_BOTS = 20 * 1024 * 1024;

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final Monitor monitor;
  private final Map<String, StoredFile> byId = new LinkedHashMap<>();

  Files(Monitor monitor) {
    this.monitor = monitor;
  }

  /** Keeps a file whose sender names no media type. */
  StoredFile store(String name, Bytes content) {
    return store(name, UNKNOWN_TYPE, content);
  }

  StoredFile store(String name, String mediaType, Bytes content) {
    return monitor.change(
        () -> {
          String id = "preview-file-" + (byId.size() + 1);
          var file = new StoredFile(id, name, typed(name, mediaType), content);
          byId.put(id, file);
          return file;
        });
  }

  /** Telegram goes by the name where the upload does not say what it is. */
  private static String typed(String name, String mediaType) {
    if (!mediaType.equals(UNKNOWN_TYPE)) {
      return mediaType;
    }
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String known = URLConnection.guessContentTypeFromName(name);
    return switch (extension) {
      case "ics" -> "text/calendar";
      case "md" -> "text/markdown";
      case "csv" -> "text/csv";
      default -> known == null ? mediaType : known;
    };
  }

  Optional<StoredFile> withId(String id) {
    return monitor.read(() -> Optional.ofNullable(byId.get(id)));
  }

  Optional<StoredFile> atPath(String path) {
    return monitor.read(
        () -> byId.values().stream().filter(file -> file.path().equals(path)).findFirst());
  }
}
