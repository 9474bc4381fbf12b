package pl.soclab.webinarbot.reminders;

class PostgresBroadcastsTest extends BroadcastsContract {
  @Override
  Stores emptyStores() {
    return Stores.postgres();
  }
}
