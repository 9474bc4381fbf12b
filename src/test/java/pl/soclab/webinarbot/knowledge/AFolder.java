package pl.soclab.webinarbot.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A knowledge folder that a test fills; today is Tuesday, 15 February 2022. */
record AFolder(Path path) {
  static final Instant NOW = Instant.parse("2022-02-15T11:00:00Z");

  AFolder with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  AFolder with(String name, byte[] content) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An event whose front matter has these lines, the first of them in line 2. */
  AFolder withEvent(String... frontMatter) {
    return with("wydarzenia/e.md", "---\n" + String.join("\n", frontMatter) + "\n---\nTreść.\n");
  }

  KnowledgeReader.Reading read() {
    return new KnowledgeReader(() -> NOW).read(path);
  }

  /** The findings as {@code check} prints them. */
  List<String> findings() {
    return read().findings().stream().map(Finding::toString).toList();
  }

  /** A fact of the first event that the test takes for granted. */
  Fact fact(FactKind kind) {
    return Objects.requireNonNull(event().fact(kind), () -> "No " + kind + ": " + findings());
  }

  Event event() {
    return read().knowledge().events().getFirst();
  }
}
