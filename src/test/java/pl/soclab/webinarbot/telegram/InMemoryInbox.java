package pl.soclab.webinarbot.telegram;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** An inbox that forgets everything with the test. */
final class InMemoryInbox implements Inbox {
  private record Row(StoredUpdate update, int attempts, @Nullable Instant handledAt) {}

  private final BooleanSupplier onDuty;
  private final Map<Long, Row> rows = new LinkedHashMap<>();
  private long seq;

  InMemoryInbox() {
    this(() -> true);
  }

  InMemoryInbox(BooleanSupplier onDuty) {
    this.onDuty = onDuty;
  }

  @Override
  public synchronized int store(List<RawUpdate> updates, Instant at) {
    int stored = 0;
    for (RawUpdate update : updates) {
      if (!rows.containsKey(update.updateId())) {
        var row =
            new StoredUpdate(++seq, update.updateId(), update.chatId(), update.payload(), at, 0);
        rows.put(update.updateId(), new Row(row, 0, null));
        stored++;
      }
    }
    return stored;
  }

  @Override
  public synchronized List<StoredUpdate> unhandled(Set<Long> except, int limit) {
    return rows.values().stream()
        .filter(row -> row.handledAt() == null && !except.contains(row.update().seq()))
        .limit(limit)
        .map(InMemoryInbox::present)
        .toList();
  }

  private static StoredUpdate present(Row row) {
    StoredUpdate update = row.update();
    return new StoredUpdate(
        update.seq(),
        update.updateId(),
        update.chatId(),
        update.payload(),
        update.receivedAt(),
        row.attempts());
  }

  @Override
  public synchronized @Nullable Integer begin(long updateId) {
    Row begun = rows.get(updateId);
    if (begun == null || begun.handledAt() != null || !onDuty.getAsBoolean()) {
      return null;
    }
    return change(updateId, row -> new Row(row.update(), row.attempts() + 1, row.handledAt()))
        .attempts();
  }

  @Override
  public synchronized void postpone(long updateId) {
    change(
        updateId, row -> new Row(row.update(), Math.max(0, row.attempts() - 1), row.handledAt()));
  }

  @Override
  public synchronized void handled(long updateId, Instant at) {
    change(updateId, row -> new Row(row.update(), row.attempts(), at));
  }

  private Row change(long updateId, java.util.function.UnaryOperator<Row> change) {
    Row row = rows.get(updateId);
    if (row == null) {
      throw new IllegalArgumentException("No update " + updateId);
    }
    Row changed = change.apply(row);
    rows.put(updateId, changed);
    return changed;
  }

  @Override
  public synchronized int forgetHandledBefore(Instant limit) {
    int before = rows.size();
    rows.values().removeIf(row -> row.handledAt() != null && row.handledAt().isBefore(limit));
    return before - rows.size();
  }

  @Override
  public synchronized long backlog() {
    return rows.values().stream().filter(row -> row.handledAt() == null).count();
  }
}
