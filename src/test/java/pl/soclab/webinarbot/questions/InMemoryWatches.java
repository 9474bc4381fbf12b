package pl.soclab.webinarbot.questions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.questions.OpenQuestion.State;

/** Waiting chats that are gone with the test. */
public final class InMemoryWatches implements Watches {
  private record Key(long questionId, long chat) {}

  private final TreeMap<Key, Watch> rows =
      new TreeMap<>(Comparator.comparingLong(Key::questionId).thenComparingLong(Key::chat));
  private final InMemoryOpenQuestions questions;

  InMemoryWatches(InMemoryOpenQuestions questions) {
    this.questions = questions;
  }

  @Override
  public Outcome watch(long id, ChatId chat, String language, Instant at) {
    synchronized (questions) {
      State state = questions.state(id);
      if (state == null) {
        return Outcome.UNKNOWN;
      }
      if (!state.isOpen()) {
        return Outcome.ANSWERED;
      }
      put(new Watch(id, chat, language, at));
      return Outcome.WAITS;
    }
  }

  private void put(Watch watch) {
    rows.put(new Key(watch.questionId(), watch.chat().value()), watch);
  }

  @Override
  public List<Watch> of(long id) {
    synchronized (questions) {
      return rows.values().stream().filter(watch -> watch.questionId() == id).toList();
    }
  }

  @Override
  public List<Watch> of(ChatId chat) {
    synchronized (questions) {
      return rows.values().stream().filter(watch -> watch.chat().equals(chat)).toList();
    }
  }

  @Override
  public boolean stop(ChatId chat) {
    synchronized (questions) {
      return rows.values().removeIf(watch -> watch.chat().equals(chat));
    }
  }

  @Override
  public void moved(ChatId from, ChatId to) {
    synchronized (questions) {
      for (Watch watch : of(from)) {
        rows.remove(new Key(watch.questionId(), from.value()));
        put(new Watch(watch.questionId(), to, watch.language(), watch.since()));
      }
    }
  }

  void forgetOf(long id) {
    rows.values().removeIf(watch -> watch.questionId() == id);
  }

  int forgetBefore(Instant limit) {
    int before = rows.size();
    rows.values().removeIf(watch -> watch.since().isBefore(limit));
    return before - rows.size();
  }
}
