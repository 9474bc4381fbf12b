package pl.soclab.webinarbot.reminders;

class PostgresRecipientsTest extends RecipientsContract {
  @Override
  Stores emptyStores() {
    return Stores.postgres();
  }
}
