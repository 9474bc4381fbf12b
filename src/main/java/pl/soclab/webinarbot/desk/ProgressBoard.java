package pl.soclab.webinarbot.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.MessageEditor;
import pl.soclab.webinarbot.messaging.Messenger;
import pl.soclab.webinarbot.messaging.OutgoingMessage;
import pl.soclab.webinarbot.messaging.SendOutcome;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcast.Kind;
import pl.soclab.webinarbot.reminders.Broadcast.State;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Pause;
import pl.soclab.webinarbot.reminders.Progress;
import pl.soclab.webinarbot.reminders.Subscriptions;

/**
 * Keeps a message with the progress of each organiser's broadcast up to date, from its confirmation
 * to its end. The number of that message is in the database, so the next process goes on with it.
 *
 * <p>It is shown where broadcasts are sent, in one instance of the program at a time. Telegram's
 * answer may take seconds, and whoever sends must not wait for it: the work is done elsewhere.
 */
public final class ProgressBoard {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressBoard.class);

  /** What ended longer ago was shown, or nobody waits for it any more. */
  static final Duration RECENT = Duration.ofMinutes(10);

  /** Where the author cannot be shown anything. */
  private static final long NOWHERE = 0;

  private static final int NEWEST = 5;
  private static final int PATIENCE = 5;

  private final Broadcasts broadcasts;
  private final StatusWriter statuses;
  private final Supplier<Knowledge> knowledge;
  private final Organisers organisers;
  private final Messenger messenger;
  private final MessageEditor editor;
  private final Executor executor;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Map<Long, ShownProgress> shown = new HashMap<>();
  private volatile Instant looked = Instant.MIN;

  /**
   * Wires the board; nothing is sent before {@link #tick}.
   *
   * @param knowledge gives the newest snapshot
   * @param organisers whose broadcasts are looked at for those that ended quickly
   * @param pause in which what is under way waits
   * @param executor does the work, such as {@code Thread::startVirtualThread}
   */
  public ProgressBoard(
      Broadcasts broadcasts,
      Subscriptions subscriptions,
      Supplier<Knowledge> knowledge,
      Organisers organisers,
      Messenger messenger,
      MessageEditor editor,
      Pause pause,
      Executor executor) {
    this.broadcasts = broadcasts;
    this.statuses = new StatusWriter(broadcasts, new Audiences(subscriptions), pause);
    this.knowledge = knowledge;
    this.organisers = organisers;
    this.messenger = messenger;
    this.editor = editor;
    this.executor = executor;
  }

  /**
   * Shows what has changed since the last call; to be called every second or so. It returns at once
   * and never throws; where the last call is still at work, or was a moment ago, it does nothing.
   */
  public void tick(Instant now) {
    boolean rests = !now.isBefore(looked) && now.isBefore(looked.plus(ShownProgress.PACE));
    if (rests || !busy.compareAndSet(false, true)) {
      return;
    }
    looked = now;
    try {
      executor.execute(() -> lookGuarded(now));
    } catch (RejectedExecutionException e) {
      // The program ends; the next one goes on.
      busy.set(false);
    }
  }

  private void lookGuarded(Instant now) {
    try {
      look(now);
    } catch (RuntimeException e) {
      LOG.error("The progress of broadcasts cannot be shown just now", e);
    } finally {
      busy.set(false);
    }
  }

  private void look(Instant now) {
    Map<Long, Broadcast> current = current(now);
    Knowledge snapshot = knowledge.get();
    for (Broadcast broadcast : current.values()) {
      ShownProgress state = shown.computeIfAbsent(broadcast.id(), id -> new ShownProgress());
      ChatId author = broadcast.author();
      if (author != null && !state.finished && !state.restsAt(now)) {
        show(new DeskTurn(author, snapshot, now), broadcast, state);
      }
    }
    shown.keySet().retainAll(current.keySet());
  }

  /** What runs, what was followed until now, and what began and ended since the last look. */
  private Map<Long, Broadcast> current(Instant now) {
    var current = new LinkedHashMap<Long, Broadcast>();
    var found = new ArrayList<>(broadcasts.in(State.OPEN));
    for (Long id : shown.keySet()) {
      Broadcast followed = broadcasts.find(id);
      if (followed != null && (!followed.state().isEnd() || isRecent(followed, now))) {
        found.add(followed);
      }
    }
    List<ChatId> all = organisers.all();
    for (ChatId organiser : all) {
      List<Broadcast> newest = broadcasts.by(organiser, NEWEST);
      newest.stream().filter(broadcast -> isRecent(broadcast, now)).forEach(found::add);
    }
    found.stream()
        .filter(broadcast -> broadcast.kind() == Kind.MESSAGE && isOneOf(all, broadcast.author()))
        .filter(broadcast -> !Drafting.isUnsent(broadcast))
        .forEach(broadcast -> current.put(broadcast.id(), broadcast));
    return current;
  }

  private static boolean isOneOf(List<ChatId> organisers, @Nullable ChatId author) {
    return author != null && organisers.contains(author);
  }

  private static boolean isRecent(Broadcast broadcast, Instant now) {
    Instant ended = broadcast.endedAt();
    return broadcast.state().isEnd() && ended != null && ended.plus(RECENT).isAfter(now);
  }

  private void show(DeskTurn turn, Broadcast broadcast, ShownProgress state) {
    Progress progress = broadcasts.progress(broadcast.id());
    Double pace = pace(turn.now(), broadcast, progress, state);
    OutgoingMessage message = statuses.write(turn, broadcast, progress, pace);
    Long number = broadcast.progressMessage();
    if (number == null) {
      state.tried = turn.now();
      send(broadcast, message, state);
    } else if (number != NOWHERE && !state.shows(message)) {
      state.tried = turn.now();
      edit(broadcast, number, message, state);
    }
    boolean upToDate = state.shows(message) || (number != null && number == NOWHERE);
    // What was on its way at the end has an outcome soon.
    boolean isOver = broadcast.state().isEnd() && progress.left() == 0;
    state.finished = isOver && (upToDate || state.failures() >= PATIENCE);
  }

  private static @Nullable Double pace(
      Instant now, Broadcast broadcast, Progress progress, ShownProgress state) {
    if (broadcast.state() != State.RUNNING) {
      state.pace.forget();
      return null;
    }
    long done = progress.total() - progress.left() - progress.skipped();
    return state.pace.note(now, done);
  }

  private void send(Broadcast broadcast, OutgoingMessage message, ShownProgress state) {
    switch (messenger.send(message)) {
      case SendOutcome.Sent(long number) -> {
        broadcasts.showsProgressIn(broadcast.id(), number);
        state.succeeded(message);
      }
      case SendOutcome.Blocked ignored -> broadcasts.showsProgressIn(broadcast.id(), NOWHERE);
      case SendOutcome.Rejected ignored -> broadcasts.showsProgressIn(broadcast.id(), NOWHERE);
      case SendOutcome.RetryAfter(Duration delay) -> state.rests(delay);
      case SendOutcome.NotSent ignored -> state.failed();
      case SendOutcome.Unknown ignored -> {
        state.failed();
        if (state.failures() >= PATIENCE) {
          broadcasts.showsProgressIn(broadcast.id(), NOWHERE);
        }
      }
    }
  }

  private void edit(
      Broadcast broadcast, long number, OutgoingMessage message, ShownProgress state) {
    if (editor.edit(message.chat(), number, message)) {
      state.succeeded(message);
    } else {
      state.failed();
    }
  }
}
