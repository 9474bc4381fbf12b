package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.reminders.EventMemory.Known;

/**
 * Tells those who subscribed that an event was moved or cancelled: once, and only when the file has
 * said so for two minutes, as a mistake is often seen right after saving.
 */
final class Changes {
  static final Duration SETTLING = Duration.ofMinutes(2);

  /** Who hears of a change at night: whoever would have no time left in the morning. */
  private static final Duration URGENT = Duration.ofHours(1);

  private static final Set<Scope> EVERYBODY = Set.of(Scope.values());

  private final Subscriptions subscriptions;
  private final Broadcasts broadcasts;
  private final EventMemory memory;
  private final QuietHours quiet;
  private Map<String, Known> known = Map.of();

  Changes(
      Subscriptions subscriptions, Broadcasts broadcasts, EventMemory memory, QuietHours quiet) {
    this.subscriptions = subscriptions;
    this.broadcasts = broadcasts;
    this.memory = memory;
    this.quiet = quiet;
  }

  /**
   * Compares the files with what is known, and tells what has changed for good.
   *
   * @return the events whose change is too young to be sure of
   */
  Set<String> look(Knowledge knowledge, Instant now) {
    // Another instance may have told something since.
    known = new HashMap<>(memory.all());
    var unsettled = new HashSet<String>();
    for (Event event : knowledge.events()) {
      Known before = known.get(event.id());
      if (before == null) {
        before = renamed(event, knowledge, now);
      }
      EventTimes times = EventMemory.times(event, known);
      if (before == null) {
        remember(event.id(), new Known(times, now, times, now));
      } else if (isUnsettled(event, before, times, now)) {
        unsettled.add(event.id());
      }
    }
    return unsettled;
  }

  /** Whether the event's sessions are to be reminded of. */
  boolean takesPlace(Event event) {
    return EventMemory.times(event, known).holds();
  }

  /** Whether a notice of the change, or the file itself, came after a reminder would have. */
  boolean isNewerThan(PlannedReminder reminder) {
    Known event = known.get(reminder.eventId());
    if (event == null) {
      return false;
    }
    Instant since = event.seen().equals(event.told()) ? event.toldSince() : event.seenSince();
    return since.isAfter(reminder.due());
  }

  private boolean isUnsettled(Event event, Known before, EventTimes times, Instant now) {
    Known current = before;
    if (!times.equals(before.seen())) {
      current = new Known(before.told(), before.toldSince(), times, now);
      remember(event.id(), current);
    }
    if (times.equals(current.told())) {
      return false;
    }
    // The clock may have been set back meanwhile.
    Duration age = Duration.between(current.seenSince(), now).abs();
    if (age.compareTo(SETTLING) < 0) {
      return true;
    }
    settle(event, current, now);
    return false;
  }

  private void settle(Event event, Known current, Instant now) {
    EventTimes told = current.told();
    EventTimes times = current.seen();
    if (times.differsFrom(told, now)) {
      Instant night = quiet.endAfter(now, event.zone());
      if (night.isAfter(now) && !isUrgent(told, times, night, now)) {
        return;
      }
      tell(event, current, now);
    }
    remember(event.id(), new Known(times, current.seenSince(), times, current.seenSince()));
  }

  private static boolean isUrgent(EventTimes told, EventTimes times, Instant night, Instant now) {
    return Stream.of(told, times)
        .flatMap(either -> either.coming(now).stream())
        .anyMatch(start -> start.isBefore(night.plus(URGENT)));
  }

  private void tell(Event event, Known current, Instant now) {
    // Made of the change itself, so that a crash before it is remembered does not tell it twice.
    String occasion =
        "change " + event.id() + " " + current.seen() + " since " + current.seenSince();
    if (broadcasts.exists(occasion) || subscriptions.count(event.id(), EVERYBODY) == 0) {
      return;
    }
    stopFormer(event.id(), now);
    broadcasts.create(
        new NewBroadcast(
            Broadcast.Kind.CHANGE,
            occasion,
            event.id(),
            null,
            null,
            EVERYBODY,
            current.told().toString(),
            Broadcast.State.SCHEDULED,
            // Whoever subscribed since then has seen the new times.
            current.seenSince(),
            usefulUntil(current, now),
            null));
  }

  /** A notice that is still on its way would tell an hour that has changed again. */
  private void stopFormer(String eventId, Instant now) {
    Set<Broadcast.State> open = Broadcast.State.OPEN;
    broadcasts.in(open).stream()
        .filter(broadcast -> broadcast.kind() == Broadcast.Kind.CHANGE)
        .filter(broadcast -> eventId.equals(broadcast.eventId()))
        .forEach(
            broadcast -> broadcasts.change(broadcast.id(), open, Broadcast.State.STOPPED, now));
  }

  private static @Nullable Instant usefulUntil(Known current, Instant now) {
    return Stream.of(current.told(), current.seen())
        .flatMap(times -> times.coming(now).stream())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What is known of an event whose file has another name now. */
  private @Nullable Known renamed(Event event, Knowledge knowledge, Instant now) {
    EventTimes times = EventTimes.of(event);
    Set<String> present = new HashSet<>();
    knowledge.events().forEach(other -> present.add(other.id()));
    List<Map.Entry<String, Known>> former =
        known.entrySet().stream()
            .filter(entry -> !present.contains(entry.getKey()))
            .filter(entry -> entry.getValue().seen().starts().equals(times.starts()))
            .filter(entry -> !entry.getValue().seen().coming(now).isEmpty())
            .toList();
    if (former.size() != 1) {
      return null;
    }
    String id = former.getFirst().getKey();
    Known kept = former.getFirst().getValue();
    subscriptions.renamed(id, event.id());
    broadcasts.renamed(id, event.id());
    remember(event.id(), kept);
    memory.forget(id);
    known.remove(id);
    return kept;
  }

  private void remember(String eventId, Known now) {
    memory.remember(eventId, now);
    known.put(eventId, now);
  }
}
