package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.Session;

/**
 * Forgets subscriptions that bring nothing any more, and broadcasts that nobody goes on with. What
 * ended is {@link Broadcasts#forgetEndedBefore}'s.
 */
public final class ReminderRetention {
  /**
   * Of an event that is over, a chat that blocked the bot, a draft, a broadcast that was paused.
   */
  public static final Duration KEPT = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final Supplier<Knowledge> knowledge;
  private final EventMemory memory;

  /**
   * Wires it.
   *
   * @param database its migrations have run
   * @param knowledge gives the newest snapshot
   * @param memory tells when an event was whose file is gone
   */
  public ReminderRetention(DataSource database, Supplier<Knowledge> knowledge, EventMemory memory) {
    jdbc = JdbcClient.create(database);
    this.knowledge = knowledge;
    this.memory = memory;
  }

  /** Forgets what is kept for longer than {@link #KEPT}. */
  public void enforce(Instant now) {
    OffsetDateTime limit = Columns.of(now.minus(KEPT));
    update("DELETE FROM subscription WHERE paused_at < :limit", limit);
    update("DELETE FROM broadcast WHERE state = 'DRAFT' AND due_at < :limit", limit);
    // It ends now, so that its deliveries go in portions, with those of all that ended.
    jdbc.sql(
            """
            UPDATE broadcast SET state = 'STOPPED', ended_at = :now, filled = TRUE
            WHERE state = 'PAUSED' AND due_at < :limit
            """)
        .param("now", Columns.of(now))
        .param("limit", limit)
        .update();
    forgetPastEvents(now);
  }

  private void update(String sql, OffsetDateTime limit) {
    jdbc.sql(sql).param("limit", limit).update();
  }

  private void forgetPastEvents(Instant now) {
    Knowledge snapshot = knowledge.get();
    Map<String, EventMemory.Known> known = memory.all();
    List<String> events =
        jdbc.sql("SELECT DISTINCT event_id FROM subscription")
            .query((row, number) -> row.getString(1))
            .list();
    for (String id : events) {
      Event event = snapshot.event(id);
      if (event != null && event.sessions().isEmpty()) {
        continue;
      }
      Instant last = event == null ? last(known.get(id)) : last(event);
      // Where nobody knows when it was, its subscriptions age by themselves.
      // A message to them that is on its way is told to all who were there when it was sent.
      jdbc.sql(
              """
              DELETE FROM subscription WHERE event_id = :event AND since < :limit
              AND NOT EXISTS (
                SELECT 1 FROM broadcast b WHERE NOT b.filled
                AND b.state IN ('SCHEDULED', 'RUNNING', 'PAUSED')
                AND (b.event_id IS NULL OR b.event_id = :event))
              """)
          .param("event", id)
          .param("limit", Columns.of(limit(last, now)))
          .update();
    }
  }

  /** Whoever subscribed before then is forgotten. */
  private static Instant limit(@Nullable Instant last, Instant now) {
    Instant oldest = now.minus(KEPT);
    return last == null || last.isBefore(oldest) ? oldest : Instant.EPOCH;
  }

  private static Instant last(Event event) {
    return event.sessions().stream()
        .map(Session::overInstant)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static @Nullable Instant last(EventMemory.@Nullable Known known) {
    return known == null
        ? null
        : Stream.of(known.told(), known.seen())
            .flatMap(times -> times.starts().stream().map(start -> start.last(times.zone())))
            .max(Comparator.naturalOrder())
            .orElse(null);
  }
}
