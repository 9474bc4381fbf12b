package pl.soclab.webinarbot.telegram;

import javax.sql.DataSource;
import pl.soclab.webinarbot.database.TestDatabases;

class H2RosterTest extends JdbcRosterContract {
  @Override
  DataSource database() {
    return TestDatabases.h2();
  }
}
