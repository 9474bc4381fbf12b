package pl.soclab.webinarbot.reminders;

class InMemoryEventMemoryTest extends EventMemoryContract {
  @Override
  Stores emptyStores() {
    return Stores.inMemory();
  }
}
