package pl.soclab.webinarbot.questions;

class InMemoryOpenQuestionsTest extends OpenQuestionsContract {
  @Override
  OpenQuestionStores emptyStores() {
    return OpenQuestionStores.inMemory();
  }
}
