package pl.soclab.webinarbot.reminders;

class InMemoryDeliveriesTest extends DeliveriesContract {
  @Override
  Stores emptyStores() {
    return Stores.inMemory();
  }
}
