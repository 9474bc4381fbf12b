package pl.soclab.webinarbot.questions;

class InMemoryTalliesTest extends TalliesContract {
  @Override
  Tallies empty() {
    return new InMemoryTallies();
  }
}
