package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/** Corrections that are gone with the test. */
public final class InMemoryCorrections implements Corrections {
  private final TreeMap<Long, Correction> rows = new TreeMap<>();
  private long lastId;

  @Override
  public synchronized Correction propose(String eventId, String former, Instant changedAt) {
    for (Correction row : rows.values()) {
      if (row.eventId().equals(eventId) && row.changedAt().equals(changedAt)) {
        return row;
      }
    }
    long id = ++lastId;
    rows.put(id, new Correction(id, eventId, former, changedAt, Correction.State.PROPOSED, null));
    return rows.get(id);
  }

  @Override
  public synchronized @Nullable Correction find(long id) {
    return rows.get(id);
  }

  @Override
  public synchronized boolean decide(long id, Correction.State state, ChatId by) {
    Correction was = rows.get(id);
    if (was == null || was.state() != Correction.State.PROPOSED) {
      return false;
    }
    rows.put(id, new Correction(id, was.eventId(), was.former(), was.changedAt(), state, by));
    return true;
  }

  @Override
  public synchronized void forgetBefore(Instant limit) {
    rows.values().removeIf(row -> row.changedAt().isBefore(limit));
  }
}
