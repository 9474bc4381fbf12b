package pl.soclab.webinarbot.desk;

class PostgresAwaitedTest extends AwaitedContract {
  @Override
  Awaited empty() {
    return new JdbcAwaited(DeskDatabases.postgres());
  }
}
