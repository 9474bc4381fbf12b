package pl.soclab.webinarbot.publishing;

import javax.sql.DataSource;
import pl.soclab.webinarbot.database.TestDatabases;

class PostgresPublisherTest extends PublisherContract {
  private static final DataSource DATABASE = TestDatabases.postgres();

  @Override
  DataSource database() {
    return DATABASE;
  }
}
