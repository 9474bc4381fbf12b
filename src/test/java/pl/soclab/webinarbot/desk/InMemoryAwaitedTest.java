package pl.soclab.webinarbot.desk;

class InMemoryAwaitedTest extends AwaitedContract {
  @Override
  Awaited empty() {
    return new InMemoryAwaited();
  }
}
