package pl.soclab.webinarbot.questions;

class InMemoryTroublesTest extends TroublesContract {
  @Override
  Troubles empty() {
    return new InMemoryTroubles();
  }
}
