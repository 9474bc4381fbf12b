package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;

/** Drafts that are gone with the test. */
public final class InMemoryAnswerDrafts implements AnswerDrafts {
  private final TreeMap<Long, Draft> rows = new TreeMap<>();
  private long lastId;

  @Override
  public synchronized Draft write(
      long questionId, ChatId author, List<String> phrasings, String text, Instant writtenAt) {
    rows.values().removeIf(row -> row.questionId() == questionId && row.author().equals(author));
    var draft = new Draft(++lastId, questionId, author, phrasings, text, writtenAt);
    rows.put(draft.id(), draft);
    return draft;
  }

  @Override
  public synchronized @Nullable Draft find(long id) {
    return rows.get(id);
  }

  @Override
  public synchronized @Nullable Draft newest(ChatId author) {
    return rows.descendingMap().values().stream()
        .filter(row -> row.author().equals(author))
        .findFirst()
        .orElse(null);
  }

  @Override
  public synchronized boolean discard(long id) {
    return rows.remove(id) != null;
  }

  synchronized boolean isOn(long questionId) {
    return rows.values().stream().anyMatch(row -> row.questionId() == questionId);
  }

  synchronized void forgetOf(long questionId) {
    rows.values().removeIf(row -> row.questionId() == questionId);
  }

  synchronized int forgetBefore(Instant limit) {
    int before = rows.size();
    rows.values().removeIf(row -> row.writtenAt().isBefore(limit));
    return before - rows.size();
  }
}
