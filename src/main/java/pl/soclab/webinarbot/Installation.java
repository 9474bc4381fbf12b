package pl.soclab.webinarbot;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the database of this installation from a backup of it, or a copy started elsewhere: what
 * the table {@code installation} holds is held against something that no copy takes along ({@code
 * docs/decisions/015-restored-backups.md}).
 */
final class Installation {
  /** A sign of life is given every minute, in the database first. */
  private static final Duration TWO_SIGNS = Duration.ofSeconds(90);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final @Nullable InstallationMark mark;
  private final String product;

  /**
   * Wires it.
   *
   * @param database its migrations have run
   * @param mark beside a database in a file; null for PostgreSQL, which knows its own objects
   */
  Installation(DataSource database, @Nullable InstallationMark mark) {
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    this.mark = mark;
    product = productOf(database);
  }

  private static String productOf(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName();
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not say what it is", e);
    }
  }

  private record Row(@Nullable String identity, @Nullable Instant aliveAt) {}

  /**
   * Makes the database this installation's own. Where it was not, {@code restored} is called in the
   * same transaction, with the moment when the database was last alive. Several instances on one
   * database come one after another, and the first does it for all.
   */
  void claim(Instant now, Consumer<Instant> restored) {
    transactions.executeWithoutResult(
        status -> {
          Row row =
              jdbc.sql("SELECT identity, alive_at FROM installation WHERE id = 1 FOR UPDATE")
                  .query(
                      (result, number) ->
                          new Row(
                              result.getString(1),
                              instant(result.getObject(2, OffsetDateTime.class))))
                  .single();
          String own = identity();
          if (row.identity != null && !(row.identity.equals(own) && isNewest(row.aliveAt))) {
            restored.accept(row.aliveAt == null ? now : row.aliveAt);
          }
          jdbc.sql("UPDATE installation SET identity = :own, alive_at = :now WHERE id = 1")
              .param("own", own)
              .param("now", column(now))
              .update();
        });
    signMark(now);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime column(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private String identity() {
    if (mark != null) {
      return mark.identity();
    }
    if (!isPostgres()) {
      // H2 behind DATABASE_URL: nothing tells it from its copies.
      return "unknown";
    }
    // pg_restore makes the table anew, another server has another number.
    return jdbc.sql(
            """
            SELECT 'postgresql ' || (SELECT system_identifier FROM pg_control_system()) || ' '
              || 'installation'::regclass::oid
            """)
        .query(String.class)
        .single();
  }

  private boolean isPostgres() {
    return product.equals("PostgreSQL");
  }

  /**
   * Whether nobody was alive here after the database was: it was not put back to a former state.
   */
  private boolean isNewest(@Nullable Instant aliveAt) {
    Instant seen = mark == null ? null : mark.aliveAt();
    return seen == null || aliveAt == null || !seen.isAfter(aliveAt.plus(TWO_SIGNS));
  }

  /** Gives a sign of life. The order matters: the mark must never be ahead of the database. */
  void alive(Instant now) {
    jdbc.sql("UPDATE installation SET alive_at = :now WHERE id = 1")
        .param("now", column(now))
        .update();
    signMark(now);
  }

  private void signMark(Instant now) {
    if (mark != null) {
      mark.alive(now);
    }
  }
}
