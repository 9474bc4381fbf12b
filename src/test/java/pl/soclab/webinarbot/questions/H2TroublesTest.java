package pl.soclab.webinarbot.questions;

class H2TroublesTest extends TroublesContract {
  @Override
  Troubles empty() {
    return new JdbcTroubles(EmptyTables.h2("trouble"));
  }
}
