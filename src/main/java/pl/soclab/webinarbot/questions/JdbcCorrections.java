package pl.soclab.webinarbot.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.messaging.ChatId;

/** Corrections in the table {@code correction}, in SQL that H2 and PostgreSQL both speak. */
public final class JdbcCorrections implements Corrections {
  private static final String SELECT =
      "SELECT id, event_id, former, changed_at, state, decided_by FROM correction ";

  private final JdbcClient jdbc;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcCorrections(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  @Override
  public Correction propose(String eventId, String former, Instant changedAt) {
    Correction before = find(eventId, changedAt);
    if (before != null) {
      return before;
    }
    try {
      jdbc.sql(
              """
              INSERT INTO correction (event_id, former, changed_at, state)
              VALUES (:event, :former, :at, 'PROPOSED')
              """)
          .param("event", eventId)
          .param("former", former)
          .param("at", Moments.of(changedAt))
          .update();
    } catch (DuplicateKeyException e) {
      // Another instance stored it in the same moment.
    }
    return Objects.requireNonNull(find(eventId, changedAt));
  }

  private @Nullable Correction find(String eventId, Instant changedAt) {
    return jdbc.sql(SELECT + "WHERE event_id = :event AND changed_at = :at")
        .param("event", eventId)
        .param("at", Moments.of(changedAt))
        .query(JdbcCorrections::read)
        .optional()
        .orElse(null);
  }

  @Override
  public @Nullable Correction find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id)
        .query(JdbcCorrections::read)
        .optional()
        .orElse(null);
  }

  private static Correction read(ResultSet row, int number) throws SQLException {
    Long decidedBy = row.getObject("decided_by", Long.class);
    return new Correction(
        row.getLong("id"),
        row.getString("event_id"),
        row.getString("former"),
        Moments.read(row, "changed_at"),
        Correction.State.valueOf(row.getString("state")),
        decidedBy == null ? null : new ChatId(decidedBy));
  }

  @Override
  public boolean decide(long id, Correction.State state, ChatId by) {
    return jdbc.sql(
                """
                UPDATE correction SET state = :state, decided_by = :by
                WHERE id = :id AND state = 'PROPOSED'
                """)
            .param("state", state.name())
            .param("by", by.value())
            .param("id", id)
            .update()
        > 0;
  }

  @Override
  public void forgetBefore(Instant limit) {
    jdbc.sql("DELETE FROM correction WHERE changed_at < :limit")
        .param("limit", Moments.of(limit))
        .update();
  }
}
