package pl.soclab.webinarbot.questions;

class PostgresToldFactsTest extends ToldFactsContract {
  @Override
  QuestionStores emptyStores() {
    return QuestionStores.postgres();
  }
}
