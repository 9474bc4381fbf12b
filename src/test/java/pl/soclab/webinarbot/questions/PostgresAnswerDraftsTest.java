package pl.soclab.webinarbot.questions;

class PostgresAnswerDraftsTest extends AnswerDraftsContract {
  @Override
  OpenQuestionStores emptyStores() {
    return OpenQuestionStores.postgres();
  }
}
