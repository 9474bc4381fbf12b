package pl.soclab.webinarbot.telegram;

import javax.sql.DataSource;
import pl.soclab.webinarbot.database.TestDatabases;

class PostgresRosterTest extends JdbcRosterContract {
  @Override
  DataSource database() {
    return TestDatabases.postgres();
  }
}
