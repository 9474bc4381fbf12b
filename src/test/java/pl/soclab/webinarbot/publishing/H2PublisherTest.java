package pl.soclab.webinarbot.publishing;

import javax.sql.DataSource;
import pl.soclab.webinarbot.database.TestDatabases;

class H2PublisherTest extends PublisherContract {
  private static final DataSource DATABASE = TestDatabases.h2();

  @Override
  DataSource database() {
    return DATABASE;
  }
}
