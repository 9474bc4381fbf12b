package pl.soclab.webinarbot.publishing;

import javax.sql.DataSource;
import pl.soclab.webinarbot.database.TestDatabases;

class PostgresUploadsTest extends UploadsContract {
  private static final DataSource DATABASE = TestDatabases.postgres();

  @Override
  Uploads emptyUploads() {
    return new JdbcUploads(DATABASE);
  }
}
