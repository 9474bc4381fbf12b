package pl.soclab.webinarbot.questions;

class PostgresWatchesTest extends WatchesContract {
  @Override
  OpenQuestionStores emptyStores() {
    return OpenQuestionStores.postgres();
  }
}
