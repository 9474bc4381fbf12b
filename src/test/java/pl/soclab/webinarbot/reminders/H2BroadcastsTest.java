package pl.soclab.webinarbot.reminders;

class H2BroadcastsTest extends BroadcastsContract {
  @Override
  Stores emptyStores() {
    return Stores.h2();
  }
}
