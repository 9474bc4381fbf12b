package pl.soclab.webinarbot.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A roster that forgets everything with the test. */
final class InMemoryRoster implements Roster {
  static final DutyWatcher NOBODY =
      new DutyWatcher() {
        @Override
        public void taken() {}

        @Override
        public void lost() {}
      };

  /** What all instances share. */
  static final class Board {
    private @Nullable InMemoryRoster holder;
    private long end;
  }

  private final Board board;
  private final Duration lease;

  InMemoryRoster() {
    this(new Board(), DutyTiming.standard().lease());
  }

  InMemoryRoster(Board board, Duration lease) {
    this.board = board;
    this.lease = lease;
  }

  boolean isHolder() {
    synchronized (board) {
      return board.holder == this;
    }
  }

  @Override
  public boolean take() {
    synchronized (board) {
      if (board.holder == null || isHolder() || board.end - System.nanoTime() < 0) {
        seize();
      }
      return isHolder();
    }
  }

  @Override
  public void seize() {
    synchronized (board) {
      board.holder = this;
      board.end = System.nanoTime() + lease.toNanos();
    }
  }

  @Override
  public void giveBack() {
    synchronized (board) {
      if (isHolder()) {
        board.holder = null;
      }
    }
  }
}
