package pl.soclab.webinarbot.telegram;

class InMemoryInboxTest extends InboxContract {
  @Override
  Shared empty() {
    var board = new InMemoryRoster.Board();
    var own = new InMemoryRoster(board, DutyTiming.standard().lease());
    var other = new InMemoryRoster(board, DutyTiming.standard().lease());
    return new Shared(new InMemoryInbox(own::isHolder), own, other);
  }
}
