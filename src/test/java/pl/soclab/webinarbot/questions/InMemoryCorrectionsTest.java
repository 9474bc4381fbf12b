package pl.soclab.webinarbot.questions;

class InMemoryCorrectionsTest extends CorrectionsContract {
  @Override
  QuestionStores emptyStores() {
    return QuestionStores.inMemory();
  }
}
