package pl.soclab.webinarbot.reminders;

class H2DeliveriesTest extends DeliveriesContract {
  @Override
  Stores emptyStores() {
    return Stores.h2();
  }
}
