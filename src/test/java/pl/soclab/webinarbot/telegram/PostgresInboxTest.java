package pl.soclab.webinarbot.telegram;

class PostgresInboxTest extends InboxContract {
  @Override
  Inbox emptyInbox() {
    return new JdbcInbox(TestDatabases.postgres());
  }
}
