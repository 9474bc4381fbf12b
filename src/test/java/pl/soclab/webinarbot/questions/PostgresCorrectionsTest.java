package pl.soclab.webinarbot.questions;

class PostgresCorrectionsTest extends CorrectionsContract {
  @Override
  QuestionStores emptyStores() {
    return QuestionStores.postgres();
  }
}
