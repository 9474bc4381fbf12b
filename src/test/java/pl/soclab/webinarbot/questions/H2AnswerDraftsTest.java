package pl.soclab.webinarbot.questions;

class H2AnswerDraftsTest extends AnswerDraftsContract {
  @Override
  OpenQuestionStores emptyStores() {
    return OpenQuestionStores.h2();
  }
}
