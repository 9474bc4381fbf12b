package pl.soclab.webinarbot.preview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All files that were sent, by the bot and to it. */
final class Files {
  private final Monitor monitor;
  private final Map<String, StoredFile> byId = new LinkedHashMap<>();

  Files(Monitor monitor) {
    this.monitor = monitor;
  }

  StoredFile store(String name, String mediaType, Bytes content) {
    return monitor.change(
        () -> {
          String id = "preview-file-" + (byId.size() + 1);
          var file = new StoredFile(id, name, mediaType, content);
          byId.put(id, file);
          return file;
        });
  }

  Optional<StoredFile> withId(String id) {
    return monitor.read(() -> Optional.ofNullable(byId.get(id)));
  }

  Optional<StoredFile> atPath(String path) {
    return monitor.read(
        () -> byId.values().stream().filter(file -> file.path().equals(path)).findFirst());
  }
}
