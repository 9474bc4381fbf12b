package pl.soclab.webinarbot.reminders;

class H2RecipientsTest extends RecipientsContract {
  @Override
  Stores emptyStores() {
    return Stores.h2();
  }
}
