package pl.soclab.webinarbot.questions;

class H2OpenQuestionsTest extends OpenQuestionsContract {
  @Override
  OpenQuestionStores emptyStores() {
    return OpenQuestionStores.h2();
  }
}
