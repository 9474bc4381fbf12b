package pl.soclab.webinarbot.questions;

class H2HandoversTest extends HandoversContract {
  @Override
  QuestionStores emptyStores() {
    return QuestionStores.h2();
  }
}
