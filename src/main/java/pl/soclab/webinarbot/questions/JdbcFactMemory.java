package pl.soclab.webinarbot.questions;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The memory in the table {@code fact_memory}, in SQL that H2 and PostgreSQL both speak. */
public final class JdbcFactMemory implements FactMemory {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcFactMemory(DataSource database) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public Map<String, Known> all() {
    Map<String, Known> events = new HashMap<>();
    jdbc.sql("SELECT event_id, told, seen, seen_since FROM fact_memory")
        .query(
            row -> {
              events.put(
                  row.getString("event_id"),
                  new Known(
                      row.getString("told"),
                      row.getString("seen"),
                      Moments.read(row, "seen_since")));
            });
    return Map.copyOf(events);
  }

  @Override
  public void rememberFirst(Map<String, Known> events) {
    // One transaction: a new folder of thousands must not take one write to the disk for each.
    transactions.executeWithoutResult(status -> events.forEach(this::insertIfMissing));
  }

  private void insertIfMissing(String eventId, Known known) {
    write(
        """
        INSERT INTO fact_memory (event_id, told, seen, seen_since)
        SELECT CAST(:event AS VARCHAR), CAST(:told AS VARCHAR), CAST(:seen AS VARCHAR),
          CAST(:since AS TIMESTAMP WITH TIME ZONE)
        WHERE NOT EXISTS (SELECT 1 FROM fact_memory WHERE event_id = :event)
        """,
        eventId,
        known);
  }

  @Override
  public void remember(String eventId, Known known) {
    if (update(eventId, known) == 0) {
      try {
        write(
            "INSERT INTO fact_memory (event_id, told, seen, seen_since)"
                + " VALUES (:event, :told, :seen, :since)",
            eventId,
            known);
      } catch (DuplicateKeyException e) {
        update(eventId, known);
      }
    }
  }

  private int update(String eventId, Known known) {
    return write(
        "UPDATE fact_memory SET told = :told, seen = :seen, seen_since = :since"
            + " WHERE event_id = :event",
        eventId,
        known);
  }

  private int write(String sql, String eventId, Known known) {
    return jdbc.sql(sql)
        .param("event", eventId)
        .param("told", known.told())
        .param("seen", known.seen())
        .param("since", Moments.of(known.seenSince()))
        .update();
  }

  @Override
  public void forget(String eventId) {
    jdbc.sql("DELETE FROM fact_memory WHERE event_id = :event").param("event", eventId).update();
  }
}
