package pl.soclab.webinarbot.desk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/** What is waited for, as long as the test runs. */
final class InMemoryAwaited implements Awaited {
  private final Map<ChatId, Wait> waits = new ConcurrentHashMap<>();

  @Override
  public void expect(ChatId chat, Wait wait) {
    waits.put(chat, wait);
  }

  @Override
  public @Nullable Wait of(ChatId chat) {
    return waits.get(chat);
  }

  @Override
  public boolean end(ChatId chat) {
    return waits.remove(chat) != null;
  }
}
