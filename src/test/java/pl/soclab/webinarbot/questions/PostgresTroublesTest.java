package pl.soclab.webinarbot.questions;

class PostgresTroublesTest extends TroublesContract {
  @Override
  Troubles empty() {
    return new JdbcTroubles(EmptyTables.postgres("trouble"));
  }
}
