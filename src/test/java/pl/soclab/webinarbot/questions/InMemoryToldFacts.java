package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/** What was told, gone with the test. */
public final class InMemoryToldFacts implements ToldFacts {
  private record Key(ChatId chat, String eventId, String topic) {}

  private record Value(String language, Instant at) {}

  private final Map<Key, Value> rows = new HashMap<>();

  @Override
  public synchronized void told(
      ChatId chat, String eventId, String topic, String language, Instant at) {
    rows.put(new Key(chat, eventId, topic), new Value(language, at));
  }

  @Override
  public synchronized List<ChatId> toldLast(
      String eventId, Collection<String> topics, Instant since, Instant before) {
    Map<ChatId, Instant> last = new HashMap<>();
    rows.forEach(
        (key, value) -> {
          if (key.eventId().equals(eventId) && topics.contains(key.topic())) {
            last.merge(key.chat(), value.at(), (one, other) -> one.isAfter(other) ? one : other);
          }
        });
    return last.entrySet().stream()
        .filter(told -> !told.getValue().isBefore(since) && told.getValue().isBefore(before))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparingLong(ChatId::value))
        .toList();
  }

  @Override
  public synchronized @Nullable String language(ChatId chat, String eventId) {
    return rows.entrySet().stream()
        .filter(row -> row.getKey().chat().equals(chat) && row.getKey().eventId().equals(eventId))
        .max(Comparator.comparing(row -> row.getValue().at()))
        .map(row -> row.getValue().language())
        .orElse(null);
  }

  /** Whether anything is kept of a chat. */
  public synchronized boolean knows(ChatId chat) {
    return rows.keySet().stream().anyMatch(key -> key.chat().equals(chat));
  }

  @Override
  public synchronized void forget(ChatId chat) {
    rows.keySet().removeIf(key -> key.chat().equals(chat));
  }

  @Override
  public synchronized void moved(ChatId from, ChatId to) {
    rekey(key -> key.chat().equals(from) ? new Key(to, key.eventId(), key.topic()) : key);
  }

  @Override
  public synchronized void renamed(String fromEventId, String toEventId) {
    rekey(
        key ->
            key.eventId().equals(fromEventId) ? new Key(key.chat(), toEventId, key.topic()) : key);
  }

  /** A row that is there already wins. */
  private void rekey(UnaryOperator<Key> change) {
    var before = new HashMap<>(rows);
    before.forEach(
        (key, value) -> {
          Key changed = change.apply(key);
          if (!changed.equals(key)) {
            rows.remove(key);
            rows.putIfAbsent(changed, value);
          }
        });
  }

  @Override
  public synchronized void forgetBefore(Instant limit) {
    rows.values().removeIf(value -> value.at().isBefore(limit));
  }
}
