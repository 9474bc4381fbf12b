package pl.soclab.webinarbot.telegram;

import java.time.Duration;

class InMemoryRosterTest extends RosterContract {
  private InMemoryRoster.Board board = new InMemoryRoster.Board();

  @Override
  void empty() {
    board = new InMemoryRoster.Board();
  }

  @Override
  Roster place(String instance, Duration lease) {
    return new InMemoryRoster(board, lease);
  }
}
