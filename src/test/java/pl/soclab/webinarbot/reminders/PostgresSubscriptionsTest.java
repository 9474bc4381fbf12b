package pl.soclab.webinarbot.reminders;

class PostgresSubscriptionsTest extends SubscriptionsContract {
  @Override
  Stores emptyStores() {
    return Stores.postgres();
  }
}
