package pl.soclab.webinarbot.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;
import pl.soclab.webinarbot.knowledge.ReadyAnswer;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.publishing.Publisher;

/** Files in memory. Tests say when somebody else writes, or the disk is full. */
final class FakePublisher implements Publisher {
  final Map<String, String> files = new TreeMap<>();
  private int rivals;
  private @Nullable String failure;
  private boolean dies;

  /** So many times somebody else changes a file between its reading and its writing. */
  void meetsRivals(int count) {
    rivals = count;
  }

  void fails(@Nullable String reason) {
    failure = reason;
  }

  /** The process ends right behind the next writing. */
  void diesBehindTheWriting() {
    dies = true;
  }

  @Override
  public Published publish(
      String file, @Nullable String before, @Nullable String content, ChatId by, Instant at) {
    if (failure != null) {
      return new Published.NotWritten(failure);
    }
    if (rivals > 0) {
      rivals--;
      files.merge(file, "# Ktoś inny " + rivals + "\n", String::concat);
    }
    if (!Objects.equals(files.get(file), before)) {
      return new Published.ChangedMeanwhile();
    }
    files.put(file, Objects.requireNonNull(content));
    if (dies) {
      dies = false;
      throw new IllegalStateException("the process died");
    }
    return new Published.Done(null);
  }

  @Override
  public @Nullable String current(String file) {
    return files.get(file);
  }

  @Override
  public List<Version> versions(int limit) {
    return List.of();
  }

  @Override
  public @Nullable Version version(long id) {
    return null;
  }

  /** What the reader of the folder makes of the files, beside those of the events. */
  List<ReadyAnswer> readyAnswers(List<Event> events) {
    if (files.isEmpty()) {
      return List.of();
    }
    try {
      Path folder = Files.createTempDirectory("wiedza");
      for (Event event : events) {
        write(folder.resolve(event.file()), "---\ntytuł: " + event.title() + "\n---\n");
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        write(folder.resolve(file.getKey()), file.getValue());
      }
      List<ReadyAnswer> read =
          new KnowledgeReader(() -> Instant.EPOCH).read(folder).knowledge().readyAnswers();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
