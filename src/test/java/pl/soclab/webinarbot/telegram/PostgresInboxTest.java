package pl.soclab.webinarbot.telegram;

import pl.soclab.webinarbot.database.TestDatabases;

class PostgresInboxTest extends InboxContract {
  @Override
  Shared empty() {
    return on(TestDatabases.postgres());
  }
}
