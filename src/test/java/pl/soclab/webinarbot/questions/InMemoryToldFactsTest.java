package pl.soclab.webinarbot.questions;

class InMemoryToldFactsTest extends ToldFactsContract {
  @Override
  QuestionStores emptyStores() {
    return QuestionStores.inMemory();
  }
}
