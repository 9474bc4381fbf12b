package pl.soclab.webinarbot.desk;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.database.TestDatabases;

/** Databases whose organisers' tables are empty; migrated once for all tests of the room. */
final class DeskDatabases {
  private static final class Migrated {
    private static final DataSource H2 = TestDatabases.h2();
    private static final DataSource POSTGRES = TestDatabases.postgres();
  }

  private DeskDatabases() {}

  static DataSource h2() {
    return emptied(Migrated.H2);
  }

  static DataSource postgres() {
    return emptied(Migrated.POSTGRES);
  }

  private static DataSource emptied(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    for (String table :
        List.of("awaited", "organiser", "pairing_code", "pairing_try", "switch_log")) {
      jdbc.sql("DELETE FROM " + table).update();
    }
    jdbc.sql("UPDATE bot_switch SET revision = 0").update();
    return database;
  }
}
