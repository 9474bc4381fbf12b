package pl.soclab.webinarbot.reminders;

class H2EventMemoryTest extends EventMemoryContract {
  @Override
  Stores emptyStores() {
    return Stores.h2();
  }
}
