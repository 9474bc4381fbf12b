package pl.soclab.webinarbot.questions;

class PostgresHandoversTest extends HandoversContract {
  @Override
  QuestionStores emptyStores() {
    return QuestionStores.postgres();
  }
}
