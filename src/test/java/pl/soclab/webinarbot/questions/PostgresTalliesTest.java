package pl.soclab.webinarbot.questions;

class PostgresTalliesTest extends TalliesContract {
  @Override
  Tallies empty() {
    return new JdbcTallies(EmptyTables.postgres("tally"));
  }
}
