package pl.soclab.webinarbot.questions;

class H2CorrectionsTest extends CorrectionsContract {
  @Override
  QuestionStores emptyStores() {
    return QuestionStores.h2();
  }
}
