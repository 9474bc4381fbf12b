package pl.soclab.webinarbot.questions;

class InMemoryAnswerDraftsTest extends AnswerDraftsContract {
  @Override
  OpenQuestionStores emptyStores() {
    return OpenQuestionStores.inMemory();
  }
}
