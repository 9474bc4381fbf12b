package pl.soclab.webinarbot.reminders;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The memory in the table {@code event_memory}, in SQL that H2 and PostgreSQL both speak. */
public final class JdbcEventMemory implements EventMemory {
  private final JdbcClient jdbc;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcEventMemory(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  @Override
  public Map<String, Known> all() {
    Map<String, Known> events = new HashMap<>();
    jdbc.sql("SELECT event_id, told, told_since, seen, seen_since FROM event_memory")
        .query(
            row -> {
              events.put(
                  row.getString("event_id"),
                  new Known(
                      EventTimes.parse(row.getString("told")),
                      Columns.instant(row, "told_since"),
                      EventTimes.parse(row.getString("seen")),
                      Columns.instant(row, "seen_since")));
            });
    return Map.copyOf(events);
  }

  @Override
  public void remember(String eventId, Known known) {
    if (update(eventId, known) == 0) {
      try {
        insert(eventId, known);
      } catch (DuplicateKeyException e) {
        update(eventId, known);
      }
    }
  }

  private int update(String eventId, Known known) {
    return write(
        "UPDATE event_memory SET told = :told, told_since = :told_since, seen = :seen,"
            + " seen_since = :since WHERE event_id = :event",
        eventId,
        known);
  }

  private void insert(String eventId, Known known) {
    write(
        "INSERT INTO event_memory (event_id, told, told_since, seen, seen_since)"
            + " VALUES (:event, :told, :told_since, :seen, :since)",
        eventId,
        known);
  }

  private int write(String sql, String eventId, Known known) {
    return jdbc.sql(sql)
        .param("event", eventId)
        .param("told", known.told().toString())
        .param("told_since", Columns.of(known.toldSince()))
        .param("seen", known.seen().toString())
        .param("since", Columns.of(known.seenSince()))
        .update();
  }

  @Override
  public void forget(String eventId) {
    jdbc.sql("DELETE FROM event_memory WHERE event_id = :event").param("event", eventId).update();
  }
}
