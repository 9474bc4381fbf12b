package pl.soclab.webinarbot.reminders;

class InMemorySubscriptionsTest extends SubscriptionsContract {
  @Override
  Stores emptyStores() {
    return Stores.inMemory();
  }
}
