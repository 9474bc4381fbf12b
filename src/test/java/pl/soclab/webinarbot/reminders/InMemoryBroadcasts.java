package pl.soclab.webinarbot.reminders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.Delivery.State;

/** Broadcasts that are gone with the test. */
public final class InMemoryBroadcasts implements Broadcasts {
  private static final Comparator<ChatId> BY_NUMBER = Comparator.comparingLong(ChatId::value);

  private static final class Row {
    private Broadcast broadcast;
    private final TreeMap<ChatId, Delivery> deliveries = new TreeMap<>(BY_NUMBER);
    private @Nullable ChatId filledTo;
    private boolean filled;

    private Row(Broadcast broadcast, boolean filled) {
      this.broadcast = broadcast;
      this.filled = filled;
    }
  }

  private final InMemorySubscriptions subscriptions;
  private final TreeMap<Long, Row> rows = new TreeMap<>();
  private long lastId;
  private @Nullable Instant heldUntil;

  /** Finds its recipients among these. */
  public InMemoryBroadcasts(InMemorySubscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public synchronized @Nullable Broadcast create(NewBroadcast broadcast) {
    Row row = insert(broadcast, false);
    return row == null ? null : row.broadcast;
  }

  @Override
  public synchronized @Nullable Broadcast create(
      NewBroadcast broadcast, Collection<ChatId> recipients) {
    Row row = insert(broadcast, true);
    if (row == null) {
      return null;
    }
    recipients.forEach(chat -> pending(row, chat));
    return row.broadcast;
  }

  private @Nullable Row insert(NewBroadcast made, boolean filled) {
    if (made.occasion() != null && exists(made.occasion())) {
      return null;
    }
    var broadcast =
        new Broadcast(
            ++lastId,
            made.kind(),
            made.occasion(),
            made.eventId(),
            made.start(),
            made.lead(),
            made.scopes(),
            made.content(),
            made.state(),
            made.due(),
            made.usefulUntil(),
            made.author(),
            null,
            null,
            null);
    var row = new Row(broadcast, filled);
    rows.put(broadcast.id(), row);
    return row;
  }

  private static void pending(Row row, ChatId chat) {
    row.deliveries.putIfAbsent(
        chat, new Delivery(row.broadcast.id(), chat, State.PENDING, 0, 0, null, null, null));
  }

  @Override
  public synchronized @Nullable Broadcast find(long id) {
    Row row = rows.get(id);
    return row == null ? null : row.broadcast;
  }

  @Override
  public synchronized @Nullable Broadcast find(String occasion) {
    return rows.values().stream()
        .map(row -> row.broadcast)
        .filter(broadcast -> occasion.equals(broadcast.occasion()))
        .findFirst()
        .orElse(null);
  }

  @Override
  public synchronized boolean exists(String occasion) {
    return rows.values().stream().anyMatch(row -> occasion.equals(row.broadcast.occasion()));
  }

  @Override
  public synchronized List<Broadcast> in(Set<Broadcast.State> states) {
    return rows.values().stream()
        .map(row -> row.broadcast)
        .filter(broadcast -> states.contains(broadcast.state()))
        .sorted(
            Comparator.comparing(Broadcast::kind)
                .thenComparing(Broadcast::due)
                .thenComparingLong(Broadcast::id))
        .toList();
  }

  @Override
  public synchronized List<Broadcast> by(ChatId author, int limit) {
    return rows.descendingMap().values().stream()
        .map(row -> row.broadcast)
        .filter(broadcast -> author.equals(broadcast.author()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean change(
      long id, Set<Broadcast.State> from, Broadcast.State to, Instant at) {
    Row row = rows.get(id);
    if (row == null || !from.contains(row.broadcast.state())) {
      return false;
    }
    Instant started = row.broadcast.startedAt();
    boolean starts = to == Broadcast.State.RUNNING && started == null;
    row.broadcast = changed(row.broadcast, to, starts ? at : started, to.isEnd() ? at : null);
    if (to.isEnd()) {
      row.filled = true;
      row.deliveries.replaceAll(
          (chat, was) -> was.state() == State.PENDING ? in(was, State.SKIPPED) : was);
    }
    return true;
  }

  private static Broadcast changed(
      Broadcast was, Broadcast.State state, @Nullable Instant started, @Nullable Instant ended) {
    return copy(was, was.eventId(), was.content(), was.progressMessage(), state, started, ended);
  }

  private static Broadcast copy(
      Broadcast was,
      @Nullable String eventId,
      @Nullable String content,
      @Nullable Long progressMessage,
      Broadcast.State state,
      @Nullable Instant started,
      @Nullable Instant ended) {
    return new Broadcast(
        was.id(),
        was.kind(),
        was.occasion(),
        eventId,
        was.start(),
        was.lead(),
        was.scopes(),
        content,
        state,
        was.due(),
        was.usefulUntil(),
        was.author(),
        progressMessage,
        started,
        ended);
  }

  @Override
  public synchronized boolean write(long id, @Nullable String eventId, @Nullable String text) {
    Row row = rows.get(id);
    if (row == null || row.broadcast.state() != Broadcast.State.DRAFT) {
      return false;
    }
    Broadcast was = row.broadcast;
    row.broadcast = copy(was, eventId, text, was.progressMessage(), was.state(), null, null);
    return true;
  }

  @Override
  public synchronized void showsProgressIn(long id, long messageId) {
    Row row = rows.get(id);
    if (row != null) {
      Broadcast was = row.broadcast;
      row.broadcast =
          copy(
              was,
              was.eventId(),
              was.content(),
              messageId,
              was.state(),
              was.startedAt(),
              was.endedAt());
    }
  }

  @Override
  public synchronized boolean fill(long id, int limit) {
    Row row = rows.get(id);
    if (row == null) {
      return true;
    }
    if (row.filled || row.broadcast.state() != Broadcast.State.RUNNING) {
      return row.filled;
    }
    List<ChatId> next =
        subscriptions.all().stream()
            .filter(subscription -> isRecipient(row.broadcast, subscription))
            .map(Subscription::chat)
            .filter(chat -> row.filledTo == null || chat.value() > row.filledTo.value())
            .distinct()
            .limit(limit)
            .toList();
    next.forEach(chat -> pending(row, chat));
    if (!next.isEmpty()) {
      row.filledTo = next.getLast();
    }
    row.filled = next.size() < limit;
    return row.filled;
  }

  private static boolean isRecipient(Broadcast broadcast, Subscription subscription) {
    Instant started = broadcast.startedAt();
    boolean isTimed =
        broadcast.kind() == Broadcast.Kind.REMINDER || broadcast.kind() == Broadcast.Kind.CHANGE;
    Instant latest = isTimed || started == null ? broadcast.due() : started;
    return isReached(broadcast, subscription) && !subscription.since().isAfter(latest);
  }

  private static boolean isReached(Broadcast broadcast, Subscription subscription) {
    return InMemorySubscriptions.isReached(subscription, broadcast.eventId(), broadcast.scopes());
  }

  @Override
  public synchronized List<Delivery> claim(
      long id, @Nullable ChatId afterChat, Instant now, int limit) {
    Row row = rows.get(id);
    if (row == null || row.broadcast.state() != Broadcast.State.RUNNING) {
      return List.of();
    }
    List<Delivery> claimed =
        row.deliveries.values().stream()
            .filter(was -> was.state() == State.PENDING)
            .filter(was -> afterChat == null || was.chat().value() > afterChat.value())
            .filter(was -> was.notBefore() == null || !was.notBefore().isAfter(now))
            .limit(limit)
            .map(InMemoryBroadcasts::begun)
            .toList();
    claimed.forEach(delivery -> row.deliveries.put(delivery.chat(), delivery));
    return claimed;
  }

  private static Delivery in(Delivery was, State state) {
    return new Delivery(
        was.broadcastId(),
        was.chat(),
        state,
        was.attempts(),
        was.unknowns(),
        state == State.SKIPPED ? null : was.notBefore(),
        was.messageId(),
        was.reason());
  }

  private static Delivery begun(Delivery was) {
    return new Delivery(
        was.broadcastId(),
        was.chat(),
        State.SENDING,
        was.attempts() + 1,
        was.unknowns(),
        was.notBefore(),
        was.messageId(),
        was.reason());
  }

  @Override
  public synchronized void withdraw(ChatId chat, Set<Broadcast.Kind> kinds) {
    rows.values().stream()
        .filter(row -> kinds.contains(row.broadcast.kind()))
        .filter(row -> Broadcast.State.OPEN.contains(row.broadcast.state()))
        .forEach(
            row ->
                row.deliveries.computeIfPresent(
                    chat, (same, was) -> isOpen(was) ? in(was, State.SKIPPED) : was));
  }

  @Override
  public synchronized boolean isWanted(long id, ChatId chat) {
    Row row = rows.get(id);
    Delivery delivery = row == null ? null : row.deliveries.get(chat);
    return row != null
        && row.broadcast.state() == Broadcast.State.RUNNING
        && (delivery == null || delivery.state() != State.SKIPPED)
        && (row.broadcast.scopes().isEmpty()
            || subscriptions.of(chat).stream()
                .anyMatch(subscription -> isReached(row.broadcast, subscription)));
  }

  @Override
  public synchronized String language(long id, ChatId chat) {
    Broadcast broadcast = find(id);
    String eventId = broadcast == null ? null : broadcast.eventId();
    Subscription own = eventId == null ? null : subscriptions.find(chat, eventId);
    if (own != null) {
      return own.language();
    }
    return subscriptions.of(chat).stream()
        .max(Comparator.comparing(Subscription::since))
        .map(Subscription::language)
        .orElse("pl");
  }

  @Override
  public synchronized void end(
      long id, ChatId chat, State state, @Nullable Long messageId, @Nullable String reason) {
    change(
        id,
        chat,
        was ->
            isOpen(was)
                ? new Delivery(
                    id,
                    chat,
                    state,
                    was.attempts(),
                    was.unknowns() + (state == State.UNKNOWN ? 1 : 0),
                    null,
                    messageId,
                    reason)
                : was);
  }

  private static boolean isOpen(Delivery delivery) {
    return delivery.state() == State.PENDING || delivery.state() == State.SENDING;
  }

  private void change(long id, ChatId chat, UnaryOperator<Delivery> change) {
    Row row = rows.get(id);
    if (row != null) {
      row.deliveries.computeIfPresent(chat, (same, was) -> change.apply(was));
    }
  }

  @Override
  public synchronized void again(
      long id, ChatId chat, Instant notBefore, boolean unknown, boolean counts) {
    Broadcast broadcast = find(id);
    boolean ended = broadcast != null && broadcast.state().isEnd();
    change(
        id,
        chat,
        was ->
            was.state() == State.SENDING
                ? new Delivery(
                    id,
                    chat,
                    ended ? State.SKIPPED : State.PENDING,
                    was.attempts() - (counts ? 0 : 1),
                    was.unknowns() + (unknown ? 1 : 0),
                    ended ? null : notBefore,
                    null,
                    null)
                : was);
  }

  @Override
  public synchronized int reclaim() {
    int reclaimed = 0;
    for (Row row : rows.values()) {
      for (Delivery was : List.copyOf(row.deliveries.values())) {
        if (was.state() == State.SENDING && row.broadcast.state().isEnd()) {
          end(row.broadcast.id(), was.chat(), State.UNKNOWN, null, null);
        } else if (was.state() == State.SENDING) {
          row.deliveries.put(was.chat(), in(was, State.PENDING));
          reclaimed++;
        }
      }
    }
    return reclaimed;
  }

  @Override
  public synchronized void moved(ChatId from, ChatId to) {
    if (from.equals(to)) {
      return;
    }
    rows.values().stream()
        .filter(row -> !row.broadcast.state().isEnd())
        .forEach(row -> moved(row, from, to));
  }

  private void moved(Row row, ChatId from, ChatId to) {
    Delivery old = row.deliveries.get(from);
    Delivery own = row.deliveries.get(to);
    if (old == null) {
      boolean passed = row.filledTo != null && row.filledTo.value() >= to.value();
      if (!row.filled
          && passed
          && Stream.concat(subscriptions.of(from).stream(), subscriptions.of(to).stream())
              .anyMatch(subscription -> isRecipient(row.broadcast, subscription))) {
        pending(row, to);
      }
    } else if (own == null) {
      row.deliveries.remove(from);
      row.deliveries.put(
          to,
          new Delivery(
              row.broadcast.id(),
              to,
              old.state() == State.SENDING ? State.PENDING : old.state(),
              old.attempts(),
              old.unknowns(),
              old.state() == State.SENDING ? null : old.notBefore(),
              null,
              old.reason()));
    } else if (isOpen(old)) {
      row.deliveries.put(from, in(old, State.SKIPPED));
    } else if (own.state() == State.PENDING
        && (old.state() == State.SENT || old.state() == State.UNKNOWN)) {
      row.deliveries.put(to, in(own, State.SKIPPED));
    }
  }

  @Override
  public synchronized @Nullable Delivery delivery(long id, ChatId chat) {
    Row row = rows.get(id);
    return row == null ? null : row.deliveries.get(chat);
  }

  /** All deliveries of a broadcast, by chat. */
  public synchronized List<Delivery> deliveries(long id) {
    Row row = rows.get(id);
    return row == null ? List.of() : new ArrayList<>(row.deliveries.values());
  }

  @Override
  public synchronized Progress progress(long id) {
    List<State> states = deliveries(id).stream().map(Delivery::state).toList();
    return new Progress(
        count(states, State.PENDING) + count(states, State.SENDING),
        count(states, State.SENT),
        count(states, State.UNKNOWN),
        count(states, State.FAILED),
        count(states, State.BLOCKED),
        count(states, State.SKIPPED));
  }

  private static long count(List<State> states, State state) {
    return states.stream().filter(state::equals).count();
  }

  @Override
  public synchronized boolean isOpen(long id) {
    return deliveries(id).stream().anyMatch(InMemoryBroadcasts::isOpen);
  }

  @Override
  public synchronized void renamed(String fromEventId, String toEventId) {
    for (Row row : rows.values()) {
      Broadcast was = row.broadcast;
      if (fromEventId.equals(was.eventId())) {
        row.broadcast = renamed(was, fromEventId, toEventId);
      }
    }
  }

  private static Broadcast renamed(Broadcast was, String from, String to) {
    String former = PlannedReminder.occasionsOf(from);
    String occasion = was.occasion();
    return new Broadcast(
        was.id(),
        was.kind(),
        occasion != null && occasion.startsWith(former)
            ? PlannedReminder.occasionsOf(to) + occasion.substring(former.length())
            : occasion,
        to,
        was.start(),
        was.lead(),
        was.scopes(),
        was.content(),
        was.state(),
        was.due(),
        was.usefulUntil(),
        was.author(),
        was.progressMessage(),
        was.startedAt(),
        was.endedAt());
  }

  @Override
  public synchronized @Nullable Instant heldUntil() {
    return heldUntil;
  }

  @Override
  public synchronized void hold(Instant until) {
    if (heldUntil == null || heldUntil.isBefore(until)) {
      heldUntil = until;
    }
  }

  @Override
  public synchronized @Nullable Broadcast broadcastOf(ChatId chat, long messageId) {
    for (Row row : rows.descendingMap().values()) {
      Delivery delivery = row.deliveries.get(chat);
      Long sent = delivery == null ? null : delivery.messageId();
      if (sent != null && sent == messageId) {
        return row.broadcast;
      }
    }
    return null;
  }

  @Override
  public synchronized int forgetEndedBefore(Instant limit) {
    int before = rows.size();
    rows.values()
        .removeIf(
            row -> row.broadcast.endedAt() != null && row.broadcast.endedAt().isBefore(limit));
    return before - rows.size();
  }

  @Override
  public synchronized int forgetEndedBefore(Instant limit, Broadcast.Kind kind) {
    int before = rows.size();
    rows.values()
        .removeIf(
            row ->
                row.broadcast.kind() == kind
                    && row.broadcast.endedAt() != null
                    && row.broadcast.endedAt().isBefore(limit));
    return before - rows.size();
  }
}
