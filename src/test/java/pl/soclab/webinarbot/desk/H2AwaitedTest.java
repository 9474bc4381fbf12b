package pl.soclab.webinarbot.desk;

class H2AwaitedTest extends AwaitedContract {
  @Override
  Awaited empty() {
    return new JdbcAwaited(DeskDatabases.h2());
  }
}
