package pl.soclab.webinarbot.questions;

class H2TalliesTest extends TalliesContract {
  @Override
  Tallies empty() {
    return new JdbcTallies(EmptyTables.h2("tally"));
  }
}
