package pl.soclab.webinarbot.reminders;

class PostgresDeliveriesTest extends DeliveriesContract {
  @Override
  Stores emptyStores() {
    return Stores.postgres();
  }
}
