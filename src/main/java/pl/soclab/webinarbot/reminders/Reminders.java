package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;

/**
 * Turns what is due into broadcasts. It keeps nothing that matters: the plan follows from the
 * files, what was made of it is in the database, so it can begin anew at any instant.
 *
 * <p>One thread at a time, and one in all instances of the program.
 */
public final class Reminders {
  /** What is late by less was not held up by anything that a resident would notice. */
  static final Duration ON_TIME = Duration.ofMinutes(5);

  /** A later reminder that comes so soon makes an overdue one superfluous. */
  private static final Duration SOON = Duration.ofHours(1);

  /** What began longer ago was dealt with, or is no news. */
  private static final Duration PAST = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

  private final Supplier<Knowledge> knowledge;
  private final Subscriptions subscriptions;
  private final Broadcasts broadcasts;
  private final Changes changes;
  private final Reports reports;
  private final QuietHours quiet;
  private final InstantSource clock;
  private final Set<String> made = new HashSet<>();
  private @Nullable Knowledge planned;
  private List<PlannedReminder> plan = List.of();

  /**
   * Wires the reminders; nothing happens before {@link #tick}.
   *
   * @param knowledge gives the newest snapshot
   * @param memory what residents know of each event's times
   * @param reports where the organisers are told of what went wrong
   */
  public Reminders(
      Supplier<Knowledge> knowledge,
      Subscriptions subscriptions,
      Broadcasts broadcasts,
      EventMemory memory,
      Reports reports,
      QuietHours quiet,
      InstantSource clock) {
    this.knowledge = knowledge;
    this.subscriptions = subscriptions;
    this.broadcasts = broadcasts;
    this.reports = reports;
    this.quiet = quiet;
    this.clock = clock;
    changes = new Changes(subscriptions, broadcasts, memory, quiet);
  }

  /**
   * Looks at the files and at the clock once: tells changes, makes the reminders that are due,
   * starts what was scheduled, ends what is of no use any more. A crash in the middle is made good
   * by the next one.
   *
   * @return the numbers of the running broadcasts that have to rest: their event's times have just
   *     changed, and it is not sure yet that the change is meant; or the night has come over them
   */
  public Set<Long> tick() {
    Instant now = clock.instant();
    Knowledge snapshot = knowledge.get();
    Set<String> unsettled = changes.look(snapshot, now);
    derive(snapshot);
    for (PlannedReminder reminder : plan) {
      if (reminder.due().isAfter(now)) {
        break;
      }
      if (!unsettled.contains(reminder.eventId()) && reminder.end().isAfter(now.minus(PAST))) {
        makeOnce(reminder, now);
      }
    }
    var resting = new HashSet<Long>();
    for (Broadcast broadcast : broadcasts.in(Broadcast.State.OPEN)) {
      if (broadcast.state() == Broadcast.State.SCHEDULED) {
        if (broadcast.due().isAfter(now)) {
          continue;
        }
        start(broadcast, now);
      }
      if (isUseless(broadcast, unsettled, now)) {
        broadcasts.change(broadcast.id(), Broadcast.State.OPEN, Broadcast.State.STOPPED, now);
      } else if (rests(broadcast, unsettled, now)) {
        resting.add(broadcast.id());
      }
    }
    return resting;
  }

  /**
   * Instead of {@link #tick} while the bot is switched off: starts what organisers are told, and
   * nothing else. What falls due meanwhile is found by the next tick, as after a stop of the
   * program.
   *
   * @return the numbers of all broadcasts to residents
   */
  public Set<Long> tickPaused() {
    Instant now = clock.instant();
    var resting = new HashSet<Long>();
    for (Broadcast broadcast : broadcasts.in(Broadcast.State.OPEN)) {
      if (broadcast.kind() != Broadcast.Kind.REPORT) {
        resting.add(broadcast.id());
      } else if (broadcast.state() == Broadcast.State.SCHEDULED && !broadcast.due().isAfter(now)) {
        start(broadcast, now);
      }
    }
    return resting;
  }

  /** Snapshots are told apart by being other objects: comparing their texts takes longer. */
  @SuppressWarnings("ReferenceEquality")
  private void derive(Knowledge snapshot) {
    if (planned != snapshot) {
      plan =
          snapshot.events().stream()
              .filter(changes::takesPlace)
              .flatMap(event -> Plan.of(event, quiet).stream())
              .sorted(Comparator.comparing(PlannedReminder::due))
              .toList();
      planned = snapshot;
    }
  }

  private void makeOnce(PlannedReminder reminder, Instant now) {
    if (made.contains(reminder.occasion())) {
      return;
    }
    if (broadcasts.exists(reminder.occasion()) || make(reminder, now)) {
      made.add(reminder.occasion());
    }
  }

  /** Returns whether the reminder was dealt with. */
  private boolean make(PlannedReminder reminder, Instant now) {
    if (changes.isNewerThan(reminder)) {
      broadcasts.create(broadcast(reminder, reminder.scopes(), Broadcast.State.DONE));
      return true;
    }
    boolean onTime = !reminder.due().plus(ON_TIME).isBefore(now);
    if (!onTime && waitsForMorning(reminder, now)) {
      return false;
    }
    Set<Scope> served = served(reminder, onTime, now);
    Set<Scope> missing = EnumSet.copyOf(reminder.scopes());
    missing.removeAll(served);
    boolean missed = !missing.isEmpty() && subscriptions.count(reminder.eventId(), missing) > 0;
    if (!served.isEmpty()) {
      broadcasts.create(broadcast(reminder, served, Broadcast.State.SCHEDULED));
    } else {
      Broadcast.State state = missed ? Broadcast.State.MISSED : Broadcast.State.DONE;
      broadcasts.create(broadcast(reminder, reminder.scopes(), state));
    }
    if (missed) {
      LOG.warn("Missed: {}", reminder.occasion());
      reports.missed(reminder, now);
    }
    return true;
  }

  /** To whom the reminder is still of use. */
  private Set<Scope> served(PlannedReminder reminder, boolean onTime, Instant now) {
    if (!reminder.end().isAfter(now)) {
      return Set.of();
    }
    return reminder.scopes().stream()
        .filter(scope -> onTime || !isSoonFollowed(reminder, scope, now))
        .collect(Collectors.toSet());
  }

  /** What comes late anyway disturbs nobody at night, unless nothing else would come in time. */
  private boolean waitsForMorning(PlannedReminder overdue, Instant now) {
    if (!quiet.isQuiet(now, overdue.zone()) || served(overdue, false, now).isEmpty()) {
      return false;
    }
    boolean followed =
        plan.stream().anyMatch(later -> later.due().isAfter(now) && overdue.isCoveredBy(later));
    return overdue.end().isAfter(now)
        && (followed || quiet.endAfter(now, overdue.zone()).isBefore(overdue.end()));
  }

  private boolean isSoonFollowed(PlannedReminder overdue, Scope scope, Instant now) {
    return plan.stream()
        .anyMatch(
            later ->
                later.due().isAfter(overdue.due())
                    && !later.due().isAfter(now.plus(SOON))
                    && later.isForSame(overdue)
                    && later.scopes().contains(scope));
  }

  static NewBroadcast broadcast(
      PlannedReminder reminder, Set<Scope> scopes, Broadcast.State state) {
    return new NewBroadcast(
        Broadcast.Kind.REMINDER,
        reminder.occasion(),
        reminder.eventId(),
        reminder.start(),
        reminder.lead(),
        scopes,
        null,
        state,
        reminder.due(),
        reminder.end(),
        null);
  }

  private void start(Broadcast broadcast, Instant now) {
    broadcasts.change(
        broadcast.id(), Set.of(Broadcast.State.SCHEDULED), Broadcast.State.RUNNING, now);
  }

  /** A reminder of a start that is not true any more, or anything whose time is over. */
  private boolean isUseless(Broadcast broadcast, Set<String> unsettled, Instant now) {
    Instant usefulUntil = broadcast.usefulUntil();
    if (usefulUntil != null && !usefulUntil.isAfter(now)) {
      return true;
    }
    return broadcast.kind() == Broadcast.Kind.REMINDER
        && !unsettled.contains(broadcast.eventId())
        && isKnown(broadcast.eventId())
        && plan.stream().noneMatch(reminder -> isFor(reminder, broadcast));
  }

  private boolean rests(Broadcast broadcast, Set<String> unsettled, Instant now) {
    if (broadcast.kind() == Broadcast.Kind.CORRECTION) {
      Event event = planned == null ? null : planned.event(broadcast.eventId());
      return event != null && quiet.isQuiet(now, event.zone());
    }
    if (broadcast.kind() != Broadcast.Kind.REMINDER) {
      return false;
    }
    return unsettled.contains(broadcast.eventId())
        || plan.stream()
            .filter(reminder -> reminder.occasion().equals(broadcast.occasion()))
            .anyMatch(reminder -> quiet.fit(now, reminder).isAfter(now));
  }

  /** A file that is away for a moment proves nothing. */
  private boolean isKnown(@Nullable String eventId) {
    return planned != null && planned.event(eventId) != null;
  }

  private static boolean isFor(PlannedReminder reminder, Broadcast broadcast) {
    return reminder.eventId().equals(broadcast.eventId())
        && reminder.start().equals(broadcast.start());
  }
}
