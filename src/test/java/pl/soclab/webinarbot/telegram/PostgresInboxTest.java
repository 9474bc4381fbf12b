package pl.soclab.webinarbot.telegram;

import pl.soclab.webinarbot.database.TestDatabases;

class PostgresInboxTest extends InboxContract {
  @Override
  Inbox emptyInbox() {
    return new JdbcInbox(TestDatabases.postgres());
  }
}
