package pl.soclab.webinarbot.reminders;

class InMemoryBroadcastsTest extends BroadcastsContract {
  @Override
  Stores emptyStores() {
    return Stores.inMemory();
  }
}
