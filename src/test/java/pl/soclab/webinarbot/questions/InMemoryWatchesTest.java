package pl.soclab.webinarbot.questions;

class InMemoryWatchesTest extends WatchesContract {
  @Override
  OpenQuestionStores emptyStores() {
    return OpenQuestionStores.inMemory();
  }
}
