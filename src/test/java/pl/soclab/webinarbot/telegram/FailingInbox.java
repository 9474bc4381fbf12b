package pl.soclab.webinarbot.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A database that can be taken down. */
record FailingInbox(Inbox inbox, AtomicBoolean down) implements Inbox {
  private Inbox reached() {
    if (down.get()) {
      throw new IllegalStateException("The database is down");
    }
    return inbox;
  }

  @Override
  public int store(List<RawUpdate> updates, Instant at) {
    return reached().store(updates, at);
  }

  @Override
  public List<StoredUpdate> unhandled(Set<Long> except, int limit) {
    return reached().unhandled(except, limit);
  }

  @Override
  public @Nullable Integer begin(long updateId) {
    return reached().begin(updateId);
  }

  @Override
  public void postpone(long updateId) {
    reached().postpone(updateId);
  }

  @Override
  public void handled(long updateId, Instant at) {
    reached().handled(updateId, at);
  }

  @Override
  public int forgetHandledBefore(Instant limit) {
    return reached().forgetHandledBefore(limit);
  }

  @Override
  public long backlog() {
    return reached().backlog();
  }
}
