package pl.soclab.webinarbot.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/** Migrated databases for tests; PostgreSQL is started once for all of them. */
public final class TestDatabases {
  private static final class Postgres {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @SuppressWarnings("AddressSelection")
    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not start", e);
      }
    }
  }

  private TestDatabases() {}

  public static DataSource h2() {
    return migrated(
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
  }

  /** A new schema of the one server. */
  public static DataSource postgres() {
    String schema = "test_" + Postgres.NUMBER.incrementAndGet();
    var pool = new HikariDataSource();
    pool.setDataSource(
        Postgres.SERVER.getDatabase("postgres", "postgres", Map.of("currentSchema", schema)));
    // Every test has a pool of its own, and the server a hundred connections for all.
    pool.setMinimumIdle(0);
    pool.setMaximumPoolSize(8);
    pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
    Flyway.configure().dataSource(pool).schemas(schema).load().migrate();
    return pool;
  }

  private static DataSource migrated(DataSource database) {
    Flyway.configure().dataSource(database).load().migrate();
    return database;
  }
}
