package pl.soclab.webinarbot.telegram;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox in the table {@code inbox}, in SQL that H2 and PostgreSQL both speak. */
final class JdbcInbox implements Inbox {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final String instance;

  /**
   * An inbox that others may use, too.
   *
   * @param instance this instance's name in the table {@code duty}
   */
  JdbcInbox(DataSource database, String instance) {
    this.instance = instance;
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public int store(List<RawUpdate> updates, Instant at) {
    try {
      return storeUnknown(updates, at.atOffset(ZoneOffset.UTC));
    } catch (DuplicateKeyException e) {
      // Another instance has just committed one of them, so it is known by now.
      return storeUnknown(updates, at.atOffset(ZoneOffset.UTC));
    }
  }

  private int storeUnknown(List<RawUpdate> updates, OffsetDateTime receivedAt) {
    Integer stored =
        transactions.execute(
            status -> updates.stream().mapToInt(update -> insert(update, receivedAt)).sum());
    return Objects.requireNonNull(stored);
  }

  private int insert(RawUpdate update, OffsetDateTime receivedAt) {
    // H2 knows ON CONFLICT only in a compatibility mode, and PostgreSQL needs the types of the
    // parameters.
    return jdbc.sql(
            """
            INSERT INTO inbox (update_id, chat_id, payload, received_at)
            SELECT CAST(:id AS BIGINT), CAST(:chat AS BIGINT), CAST(:payload AS VARCHAR),
                   CAST(:at AS TIMESTAMP WITH TIME ZONE)
            WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE update_id = :id)
            """)
        .param("id", update.updateId())
        .param("chat", update.chatId())
        .param("payload", update.payload())
        .param("at", receivedAt)
        .update();
  }

  @Override
  public List<StoredUpdate> unhandled(Set<Long> except, int limit) {
    // Never "behind the last one read": of two that are stored at once, the one with the greater
    // number may be committed first, and the other one would be overlooked for ever.
    return jdbc.sql(
            """
            SELECT seq, update_id, chat_id, payload, received_at, attempts FROM inbox
            WHERE handled_at IS NULL %s ORDER BY seq
            FETCH FIRST :limit ROWS ONLY
            """
                .formatted(except.isEmpty() ? "" : "AND seq <> ALL (:except)"))
        .param("except", new SqlArrayValue("BIGINT", except.toArray()))
        .param("limit", limit)
        .query(JdbcInbox::read)
        .list();
  }

  private static StoredUpdate read(ResultSet row, int number) throws SQLException {
    return new StoredUpdate(
        row.getLong("seq"),
        row.getLong("update_id"),
        row.getObject("chat_id", Long.class),
        row.getString("payload"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }

  @Override
  public @Nullable Integer begin(long updateId) {
    return transactions.execute(
        status -> {
          int begun =
              jdbc.sql(
                      """
                      UPDATE inbox SET attempts = attempts + 1
                      WHERE update_id = :id AND handled_at IS NULL
                        AND EXISTS (SELECT 1 FROM duty WHERE name = 'telegram' AND holder = :me)
                      """)
                  .param("id", updateId)
                  .param("me", instance)
                  .update();
          return begun == 0
              ? null
              : jdbc.sql("SELECT attempts FROM inbox WHERE update_id = :id")
                  .param("id", updateId)
                  .query(Integer.class)
                  .single();
        });
  }

  @Override
  public void postpone(long updateId) {
    jdbc.sql("UPDATE inbox SET attempts = attempts - 1 WHERE update_id = :id AND attempts > 0")
        .param("id", updateId)
        .update();
  }

  @Override
  public void handled(long updateId, Instant at) {
    jdbc.sql(
            "UPDATE inbox SET handled_at = :at, payload = NULL, chat_id = NULL WHERE update_id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", updateId)
        .update();
  }

  /** In one statement: a commit takes milliseconds on a disk, and those of a flood are many. */
  @Override
  public void handled(List<Long> updateIds, Instant at) {
    jdbc.sql("UPDATE inbox SET handled_at = :at, payload = NULL WHERE update_id IN (:ids)")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("ids", updateIds)
        .update();
  }

  @Override
  public int forgetHandledBefore(Instant limit) {
    return jdbc.sql("DELETE FROM inbox WHERE handled_at < :limit")
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public long backlog() {
    return jdbc.sql("SELECT COUNT(*) FROM inbox WHERE handled_at IS NULL")
        .query(Long.class)
        .single();
  }
}
