package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.publishing.Publisher;

/** Over a folder without files, where nothing can be written. */
final class NoPublisher implements Publisher {
  @Override
  public Published publish(
      String file, @Nullable String before, @Nullable String content, ChatId by, Instant at) {
    return new Published.NotWritten("There is no folder");
  }

  @Override
  public @Nullable String current(String file) {
    return null;
  }

  @Override
  public List<Version> versions(int limit) {
    return List.of();
  }

  @Override
  public @Nullable Version version(long id) {
    return null;
  }
}
