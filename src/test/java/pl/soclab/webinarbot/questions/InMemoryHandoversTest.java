package pl.soclab.webinarbot.questions;

class InMemoryHandoversTest extends HandoversContract {
  @Override
  QuestionStores emptyStores() {
    return QuestionStores.inMemory();
  }
}
