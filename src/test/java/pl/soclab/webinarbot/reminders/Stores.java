package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.database.TestDatabases;
import pl.soclab.webinarbot.messaging.ChatId;

/** Empty stores that belong together, and what tests put into them. */
record Stores(Subscriptions subscriptions, Broadcasts broadcasts, EventMemory memory) {
  static final Instant NOW = Instant.parse("2022-02-16T11:00:00Z");
  static final Set<Scope> EVERYBODY = Set.of(Scope.values());

  /** Migrated once: a new schema for every test would take minutes. */
  private static final class Databases {
    private static final DataSource H2 = TestDatabases.h2();
    private static final DataSource POSTGRES = TestDatabases.postgres();
  }

  static Stores inMemory() {
    var subscriptions = new InMemorySubscriptions();
    return new Stores(
        subscriptions, new InMemoryBroadcasts(subscriptions), new InMemoryEventMemory());
  }

  static Stores h2() {
    return empty(Databases.H2);
  }

  static Stores postgres() {
    return empty(Databases.POSTGRES);
  }

  private static Stores empty(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    for (String table : List.of("delivery", "broadcast", "subscription", "event_memory")) {
      jdbc.sql("DELETE FROM " + table).update();
    }
    jdbc.sql("UPDATE sender SET not_before = NULL").update();
    return new Stores(
        new JdbcSubscriptions(database),
        new JdbcBroadcasts(database),
        new JdbcEventMemory(database));
  }

  void subscribe(long chat, String eventId) {
    subscribe(chat, eventId, Scope.ALL);
  }

  void subscribe(long chat, String eventId, Scope scope) {
    subscriptions.subscribe(new ChatId(chat), eventId, scope, "pl", NOW.minusSeconds(60));
  }

  /** A reminder an hour before, to all subscribers of that event, which runs. */
  Broadcast runningReminder(String eventId) {
    return running(reminder(eventId));
  }

  Broadcast running(NewBroadcast made) {
    return run(create(made));
  }

  private Broadcast run(Broadcast made) {
    broadcasts.change(made.id(), Set.of(Broadcast.State.SCHEDULED), Broadcast.State.RUNNING, NOW);
    return found(made.id());
  }

  /** A report to these chats, which waits for its start. */
  Broadcast scheduledTo(ChatId... chats) {
    Broadcast created =
        broadcasts.create(NewBroadcast.report("report", "text", NOW), List.of(chats));
    if (created == null) {
      throw new AssertionError("There is a report already");
    }
    return created;
  }

  /** A report to these chats, which runs. */
  Broadcast runningTo(ChatId... chats) {
    return run(scheduledTo(chats));
  }

  Broadcast create(NewBroadcast made) {
    Broadcast created = broadcasts.create(made);
    if (created == null) {
      throw new AssertionError("There is one of " + made.occasion());
    }
    return created;
  }

  Broadcast found(long id) {
    Broadcast broadcast = broadcasts.find(id);
    if (broadcast == null) {
      throw new AssertionError("No broadcast " + id);
    }
    return broadcast;
  }

  Delivery delivery(Broadcast broadcast, ChatId chat) {
    Delivery delivery = broadcasts.delivery(broadcast.id(), chat);
    if (delivery == null) {
      throw new AssertionError("No delivery to " + chat);
    }
    return delivery;
  }

  /** The chats that are claimed now, in order. */
  List<Long> claim(Broadcast broadcast, int limit) {
    return broadcasts.claim(broadcast.id(), null, NOW, limit).stream()
        .map(delivery -> delivery.chat().value())
        .toList();
  }

  static NewBroadcast reminder(String eventId) {
    return to(Broadcast.Kind.REMINDER, eventId, EVERYBODY);
  }

  static NewBroadcast to(Broadcast.Kind kind, @Nullable String eventId, Set<Scope> scopes) {
    return new NewBroadcast(
        kind,
        kind + " " + eventId,
        eventId,
        kind == Broadcast.Kind.REMINDER ? NOW.plusSeconds(3600) : null,
        kind == Broadcast.Kind.REMINDER ? Duration.ofHours(1) : null,
        scopes,
        null,
        Broadcast.State.SCHEDULED,
        NOW,
        NOW.plusSeconds(3600),
        null);
  }
}
