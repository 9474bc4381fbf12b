package pl.soclab.webinarbot.questions;

class H2WatchesTest extends WatchesContract {
  @Override
  OpenQuestionStores emptyStores() {
    return OpenQuestionStores.h2();
  }
}
