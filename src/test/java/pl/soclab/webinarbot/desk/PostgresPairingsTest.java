package pl.soclab.webinarbot.desk;

class PostgresPairingsTest extends PairingsContract {
  @Override
  Pairings empty() {
    return new JdbcPairings(DeskDatabases.postgres());
  }
}
