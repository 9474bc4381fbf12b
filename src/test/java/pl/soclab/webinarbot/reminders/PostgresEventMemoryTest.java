package pl.soclab.webinarbot.reminders;

class PostgresEventMemoryTest extends EventMemoryContract {
  @Override
  Stores emptyStores() {
    return Stores.postgres();
  }
}
