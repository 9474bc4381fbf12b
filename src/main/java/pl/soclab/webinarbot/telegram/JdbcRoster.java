package pl.soclab.webinarbot.telegram;

import java.math.BigDecimal;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The roster in the table {@code duty}, in SQL that H2 and PostgreSQL both speak. */
final class JdbcRoster implements Roster {
  private final JdbcClient jdbc;
  private final String instance;
  private final String lease;

  /**
   * A place in the roster.
   *
   * @param instance this instance's own name
   * @param lease how long a duty lasts without being renewed; below a minute
   */
  JdbcRoster(DataSource database, String instance, Duration lease) {
    jdbc = JdbcClient.create(database);
    this.instance = instance;
    // Neither database takes a parameter in an interval's literal.
    this.lease = "INTERVAL '%s' SECOND".formatted(BigDecimal.valueOf(lease.toMillis(), 3));
  }

  @Override
  public boolean take() {
    // No lease is a minute long: what reaches further was written before the database's clock was
    // set back, and would keep everybody out for as long as that.
    return taken(
        """
         AND (holder IS NULL OR holder = :me OR held_until < CURRENT_TIMESTAMP
              OR held_until > CURRENT_TIMESTAMP + INTERVAL '60' SECOND)
        """);
  }

  @Override
  public void seize() {
    taken("");
  }

  private boolean taken(String condition) {
    String sql =
        """
        UPDATE duty SET holder = :me, held_until = CURRENT_TIMESTAMP + %s
        WHERE name = 'telegram'
        """
            .formatted(lease);
    return jdbc.sql(sql + condition).param("me", instance).update() > 0;
  }

  @Override
  public void giveBack() {
    jdbc.sql("UPDATE duty SET holder = NULL WHERE name = 'telegram' AND holder = :me")
        .param("me", instance)
        .update();
  }
}
