package pl.soclab.webinarbot.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.messaging.ChatId;

/**
 * Takes updates out of the inbox and has them handled: those of one chat one after another, those
 * of different chats at once, each chat on a virtual thread of its own. Only so many are held in
 * memory; the rest wait in the inbox. An instance that is not on duty takes none.
 */
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private static final int HELD_AT_MOST = 1000;

  private record Waiting(long seq, Turn turn) {}

  private final Inbox inbox;
  private final Duty duty;
  private final UpdateReader reader;
  private final FloodGate gate;
  private final Typing typing;
  private final Consumer<Turn> handler;
  private final TelegramMetrics metrics;
  private final InstantSource clock;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final AtomicBoolean asked = new AtomicBoolean();

  /** Turns that wait; a chat with a thread at work has an entry, be it an empty one. */
  private final Map<ChatId, ArrayDeque<Waiting>> chats = new HashMap<>();

  /** The places in the inbox of all turns that wait or run. */
  private final Set<Long> held = new HashSet<>();

  /** Updates that concern nobody or are not heard, and are yet to be noted as done with. */
  private final List<Long> unheard = new ArrayList<>();

  private boolean moreInInbox;
  private boolean stopping;

  Dispatcher(
      Inbox inbox,
      Duty duty,
      UpdateReader reader,
      FloodGate gate,
      Typing typing,
      Consumer<Turn> handler,
      TelegramMetrics metrics,
      InstantSource clock) {
    this.inbox = inbox;
    this.duty = duty;
    this.reader = reader;
    this.gate = gate;
    this.typing = typing;
    this.handler = handler;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Looks into the inbox; to be called whenever something was put there, and on taking duty. */
  void wake() {
    if (!asked.compareAndSet(false, true)) {
      // Whoever waits for the lock has not looked yet, and will find this one's updates, too.
      return;
    }
    lock.lock();
    try {
      asked.set(false);
      settle();
      do {
        moreInInbox = false;
        int room = HELD_AT_MOST - held.size();
        if (stopping || room <= 0 || !duty.isHeld()) {
          moreInInbox = true;
          return;
        }
        List<StoredUpdate> updates = inbox.unhandled(held, room);
        updates.forEach(this::take);
        settle();
        moreInInbox = updates.size() == room;
      } while (moreInInbox);
    } finally {
      lock.unlock();
    }
  }

  private void settle() {
    if (!unheard.isEmpty()) {
      inbox.handled(List.copyOf(unheard), clock.instant());
      unheard.forEach(id -> metrics.handled());
      unheard.clear();
    }
  }

  /** How many turns wait in memory or run. */
  int held() {
    lock.lock();
    try {
      return held.size();
    } finally {
      lock.unlock();
    }
  }

  private void take(StoredUpdate update) {
    Turn turn = heard(read(update));
    if (turn == null) {
      unheard.add(update.updateId());
      return;
    }
    held.add(update.seq());
    var place = new Waiting(update.seq(), turn);
    ArrayDeque<Waiting> waiting = chats.get(turn.chat());
    if (waiting != null) {
      waiting.add(place);
      return;
    }
    var queue = new ArrayDeque<Waiting>();
    queue.add(place);
    chats.put(turn.chat(), queue);
    Thread.ofVirtual().name("chat-turns").start(() -> work(turn.chat()));
  }

  /** What the gate leaves of a turn; a store out of reach is thrown, and the update comes again. */
  private @Nullable Turn heard(@Nullable Turn turn) {
    if (turn == null) {
      return null;
    }
    if (turn.callbackId() != null) {
      typing.stopSpinner(turn.callbackId());
    }
    Turn heard = gate.heard(turn);
    if (heard == null) {
      metrics.notHeard();
    }
    return heard;
  }

  private @Nullable Turn read(StoredUpdate update) {
    try {
      return reader.read(update);
    } catch (UpdateReader.UnreadableException | RuntimeException e) {
      metrics.unreadable();
      LOG.error(
          "Update {} cannot be read and is skipped: {}",
          update.updateId(),
          e instanceof UpdateReader.UnreadableException ? e.getMessage() : e.getClass());
      return null;
    }
  }

  private void work(ChatId chat) {
    Waiting next = next(chat);
    while (next != null) {
      try {
        handler.accept(next.turn());
      } catch (RuntimeException | Error e) {
        // The update stays in the inbox; the next one of this chat must not wait for it.
        LOG.error("Update {} was left unhandled", next.turn().updateId(), e);
      }
      done(next.seq());
      next = next(chat);
    }
  }

  private void done(long seq) {
    lock.lock();
    try {
      held.remove(seq);
      if (moreInInbox && held.size() < HELD_AT_MOST / 2) {
        wake();
      }
    } catch (RuntimeException e) {
      LOG.error("The inbox cannot be read; the next update or tick tries again", e);
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Waiting next(ChatId chat) {
    lock.lock();
    try {
      ArrayDeque<Waiting> waiting = chats.get(chat);
      Waiting next = stopping || waiting == null ? null : waiting.poll();
      if (next == null) {
        chats.remove(chat);
        idle.signalAll();
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Begins no further turn. */
  void stop() {
    lock.lock();
    try {
      stopping = true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no turn runs; false when some still does. */
  boolean awaitIdle(Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!chats.isEmpty() && left > 0) {
        left = idle.awaitNanos(left);
      }
      return chats.isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
