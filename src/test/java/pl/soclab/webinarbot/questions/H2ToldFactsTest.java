package pl.soclab.webinarbot.questions;

class H2ToldFactsTest extends ToldFactsContract {
  @Override
  QuestionStores emptyStores() {
    return QuestionStores.h2();
  }
}
