package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.publishing.Publisher;

/** Reads, and cannot write. */
record FullDisk(Publisher real) implements Publisher {
  @Override
  public Published publish(
      String file, @Nullable String before, @Nullable String content, ChatId by, Instant at) {
    return new Published.NotWritten("No space left on device");
  }

  @Override
  public @Nullable String current(String file) {
    return real.current(file);
  }

  @Override
  public List<Version> versions(int limit) {
    return real.versions(limit);
  }

  @Override
  public @Nullable Version version(long id) {
    return real.version(id);
  }
}
