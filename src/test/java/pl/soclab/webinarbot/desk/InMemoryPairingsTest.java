package pl.soclab.webinarbot.desk;

class InMemoryPairingsTest extends PairingsContract {
  @Override
  Pairings empty() {
    return new InMemoryPairings();
  }
}
