package pl.soclab.webinarbot.questions;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.database.TestDatabases;

/** Databases in which one table is empty. Migrated once, as that takes most of a second. */
final class EmptyTables {
  private static final class Databases {
    private static final DataSource H2 = TestDatabases.h2();
    private static final DataSource POSTGRES = TestDatabases.postgres();
  }

  private EmptyTables() {}

  static DataSource h2(String table) {
    return emptied(Databases.H2, table);
  }

  static DataSource postgres(String table) {
    return emptied(Databases.POSTGRES, table);
  }

  private static DataSource emptied(DataSource database, String table) {
    JdbcClient.create(database).sql("DELETE FROM " + table).update();
    return database;
  }
}
