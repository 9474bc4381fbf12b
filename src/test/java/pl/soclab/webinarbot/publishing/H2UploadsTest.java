package pl.soclab.webinarbot.publishing;

import javax.sql.DataSource;
import pl.soclab.webinarbot.database.TestDatabases;

class H2UploadsTest extends UploadsContract {
  private static final DataSource DATABASE = TestDatabases.h2();

  @Override
  Uploads emptyUploads() {
    return new JdbcUploads(DATABASE);
  }
}
