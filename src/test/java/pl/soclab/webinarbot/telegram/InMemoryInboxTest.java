package pl.soclab.webinarbot.telegram;

class InMemoryInboxTest extends InboxContract {
  @Override
  Inbox emptyInbox() {
    return new InMemoryInbox();
  }
}
