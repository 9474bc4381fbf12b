package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/** Subscriptions that are gone with the test. */
public final class InMemorySubscriptions implements Subscriptions {
  private record Key(ChatId chat, String eventId) {}

  private final Map<Key, Subscription> rows =
      new TreeMap<>(
          Comparator.<Key>comparingLong(key -> key.chat().value()).thenComparing(Key::eventId));

  /** All of them, by chat and event. */
  synchronized List<Subscription> all() {
    return List.copyOf(rows.values());
  }

  @Override
  public synchronized Subscription subscribe(
      ChatId chat, String eventId, Scope scope, String language, Instant at) {
    Subscription old = find(chat, eventId);
    Instant since = old != null && !old.paused() ? old.since() : at;
    var subscription = new Subscription(chat, eventId, scope, language, since, false);
    put(subscription);
    return subscription;
  }

  @Override
  public synchronized @Nullable Subscription find(ChatId chat, String eventId) {
    return rows.get(new Key(chat, eventId));
  }

  @Override
  public synchronized List<Subscription> of(ChatId chat) {
    return rows.values().stream().filter(row -> row.chat().equals(chat)).toList();
  }

  @Override
  public synchronized List<Subscription> stop(ChatId chat) {
    List<Subscription> ended = of(chat);
    ended.forEach(this::remove);
    return ended;
  }

  @Override
  public synchronized boolean stop(ChatId chat, String eventId) {
    return rows.remove(new Key(chat, eventId)) != null;
  }

  @Override
  public synchronized void pause(ChatId chat, Instant at) {
    for (Subscription row : of(chat)) {
      put(changed(row, row.chat(), row.eventId(), row.since(), true));
    }
  }

  @Override
  public synchronized List<Subscription> resume(ChatId chat, Instant at) {
    List<Subscription> resumed =
        of(chat).stream()
            .filter(Subscription::paused)
            .map(row -> changed(row, chat, row.eventId(), at, false))
            .toList();
    resumed.forEach(this::put);
    return resumed;
  }

  @Override
  public synchronized void moved(ChatId from, ChatId to) {
    for (Subscription row : of(from)) {
      move(row, changed(row, to, row.eventId(), row.since(), row.paused()));
    }
  }

  @Override
  public synchronized void renamed(String fromEventId, String toEventId) {
    for (Subscription row : all()) {
      if (row.eventId().equals(fromEventId)) {
        move(row, changed(row, row.chat(), toEventId, row.since(), row.paused()));
      }
    }
  }

  /** What is there already wins, from the earlier beginning; one that rests gives way. */
  private void move(Subscription old, Subscription moved) {
    remove(old);
    Subscription own = find(moved.chat(), moved.eventId());
    if (own == null || (own.paused() && !moved.paused())) {
      put(moved);
    } else if (own.paused() == moved.paused() && moved.since().isBefore(own.since())) {
      put(changed(own, own.chat(), own.eventId(), moved.since(), own.paused()));
    }
  }

  @Override
  public synchronized long count(@Nullable String eventId, Set<Scope> scopes) {
    return rows.values().stream()
        .filter(row -> isReached(row, eventId, scopes))
        .map(Subscription::chat)
        .distinct()
        .count();
  }

  /** Whether what goes to these scopes of that event, or of any for null, goes to it now. */
  static boolean isReached(Subscription row, @Nullable String eventId, Set<Scope> scopes) {
    return !row.paused()
        && scopes.contains(row.scope())
        && (eventId == null || eventId.equals(row.eventId()));
  }

  private static Subscription changed(
      Subscription row, ChatId chat, String eventId, Instant since, boolean paused) {
    return new Subscription(chat, eventId, row.scope(), row.language(), since, paused);
  }

  private void put(Subscription row) {
    rows.put(new Key(row.chat(), row.eventId()), row);
  }

  private void remove(Subscription row) {
    rows.remove(new Key(row.chat(), row.eventId()));
  }
}
