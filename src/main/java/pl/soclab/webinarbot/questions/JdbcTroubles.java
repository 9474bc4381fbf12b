package pl.soclab.webinarbot.questions;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Troubles in the table {@code trouble}, in SQL that H2 and PostgreSQL both speak. */
public final class JdbcTroubles implements Troubles {
  private final JdbcClient jdbc;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcTroubles(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  @Override
  public List<Trouble> of(Trouble.Kind kind) {
    return jdbc.sql("SELECT trouble_key, subject, state, since FROM trouble WHERE kind = :kind")
        .param("kind", kind.name())
        .query(
            (row, number) ->
                new Trouble(
                    kind,
                    row.getString("trouble_key"),
                    row.getString("subject"),
                    Trouble.State.valueOf(row.getString("state")),
                    row.getObject("since", OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  public void put(Trouble trouble) {
    if (update(trouble) == 0) {
      try {
        insert(trouble);
      } catch (DuplicateKeyException e) {
        // Another instance was faster.
        update(trouble);
      }
    }
  }

  private int update(Trouble trouble) {
    return write(
        "UPDATE trouble SET subject = :subject, state = :state, since = :since"
            + " WHERE kind = :kind AND trouble_key = :key",
        trouble);
  }

  private void insert(Trouble trouble) {
    write(
        "INSERT INTO trouble (kind, trouble_key, subject, state, since)"
            + " VALUES (:kind, :key, :subject, :state, :since)",
        trouble);
  }

  private int write(String sql, Trouble trouble) {
    return jdbc.sql(sql)
        .param("kind", trouble.kind().name())
        .param("key", trouble.key())
        .param("subject", trouble.subject())
        .param("state", trouble.state().name())
        // Both databases keep microseconds, and round the rest.
        .param("since", trouble.since().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void remove(Trouble trouble) {
    jdbc.sql("DELETE FROM trouble WHERE kind = :kind AND trouble_key = :key")
        .param("kind", trouble.kind().name())
        .param("key", trouble.key())
        .update();
  }
}
