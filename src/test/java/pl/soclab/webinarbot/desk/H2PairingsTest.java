package pl.soclab.webinarbot.desk;

class H2PairingsTest extends PairingsContract {
  @Override
  Pairings empty() {
    return new JdbcPairings(DeskDatabases.h2());
  }
}
