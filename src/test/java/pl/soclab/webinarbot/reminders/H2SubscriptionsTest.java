package pl.soclab.webinarbot.reminders;

class H2SubscriptionsTest extends SubscriptionsContract {
  @Override
  Stores emptyStores() {
    return Stores.h2();
  }
}
