package pl.soclab.webinarbot.questions;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tallies in the table {@code tally}, in SQL that H2 and PostgreSQL both speak. */
public final class JdbcTallies implements Tallies {
  private final JdbcClient jdbc;

  /**
   * Begins with what is stored.
   *
   * @param database its migrations have run
   */
  public JdbcTallies(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  @Override
  public void add(Tally more) {
    if (update(more) == 0) {
      try {
        insert(more);
      } catch (DuplicateKeyException e) {
        // Another thread or instance was faster.
        update(more);
      }
    }
  }

  private int update(Tally more) {
    // The sum is made in the database: two instances add to one row.
    return write(
        "UPDATE tally SET answers = answers + :number"
            + " WHERE tally_day = :day AND kind = :kind AND topic = :topic",
        more);
  }

  private void insert(Tally more) {
    write(
        "INSERT INTO tally (tally_day, kind, topic, answers)"
            + " VALUES (:day, :kind, :topic, :number)",
        more);
  }

  private int write(String sql, Tally more) {
    return jdbc.sql(sql)
        .param("day", more.day())
        .param("kind", more.kind())
        .param("topic", more.topic())
        .param("number", more.number())
        .update();
  }

  @Override
  public List<Tally> between(LocalDate first, LocalDate last) {
    return jdbc.sql(
            "SELECT tally_day, kind, topic, answers FROM tally"
                + " WHERE tally_day >= :first AND tally_day <= :last")
        .param("first", first)
        .param("last", last)
        .query(
            (row, number) ->
                new Tally(
                    row.getObject("tally_day", LocalDate.class),
                    row.getString("kind"),
                    row.getString("topic"),
                    row.getLong("answers")))
        .list();
  }

  @Override
  public int forgetBefore(LocalDate day) {
    return jdbc.sql("DELETE FROM tally WHERE tally_day < :day").param("day", day).update();
  }
}
