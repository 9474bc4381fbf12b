package pl.soclab.webinarbot.questions;

class PostgresOpenQuestionsTest extends OpenQuestionsContract {
  @Override
  OpenQuestionStores emptyStores() {
    return OpenQuestionStores.postgres();
  }
}
