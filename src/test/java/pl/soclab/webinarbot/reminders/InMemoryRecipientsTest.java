package pl.soclab.webinarbot.reminders;

class InMemoryRecipientsTest extends RecipientsContract {
  @Override
  Stores emptyStores() {
    return Stores.inMemory();
  }
}
