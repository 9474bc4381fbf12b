package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;

/**
 * Takes what was due for dealt with, where the database is a restored backup: whoever went on
 * behind it may have sent that already ({@code docs/decisions/015-restored-backups.md}). Done twice
 * it is as done once.
 */
public final class RestoredPlan {
  /** As {@link Reminders}: what began longer ago is no news. */
  private static final Duration PAST = Duration.ofDays(7);

  private final Subscriptions subscriptions;
  private final Broadcasts broadcasts;
  private final EventMemory memory;
  private final QuietHours quiet;

  /** Wires it over the stores that the reminders go by. */
  public RestoredPlan(
      Subscriptions subscriptions, Broadcasts broadcasts, EventMemory memory, QuietHours quiet) {
    this.subscriptions = subscriptions;
    this.broadcasts = broadcasts;
    this.memory = memory;
    this.quiet = quiet;
  }

  /**
   * Nothing that was due until now is made any more, no change of the files until now is told.
   *
   * @return the reminders that somebody would have got and may have had already
   */
  public List<PlannedReminder> passOver(Knowledge knowledge, Instant now) {
    knowledge.events().forEach(event -> acceptTimes(event, now));
    // Files may have been renamed since, and subscriptions and occasions bear the former names.
    new Changes(subscriptions, broadcasts, memory, quiet).look(knowledge, now);
    Map<String, EventMemory.Known> known = memory.all();
    var passedOver = new ArrayList<PlannedReminder>();
    for (Event event : knowledge.events()) {
      if (EventMemory.times(event, known).holds()) {
        Plan.of(event, quiet).stream()
            .filter(reminder -> !reminder.due().isAfter(now))
            .filter(reminder -> reminder.end().isAfter(now.minus(PAST)))
            .filter(reminder -> passOver(reminder, now))
            .forEach(passedOver::add);
      }
    }
    return passedOver;
  }

  private void acceptTimes(Event event, Instant now) {
    Map<String, EventMemory.Known> known = memory.all();
    EventMemory.Known before = known.get(event.id());
    EventTimes times = EventMemory.times(event, known);
    if (before != null && !(times.equals(before.told()) && times.equals(before.seen()))) {
      memory.remember(event.id(), new EventMemory.Known(times, now, times, now));
    }
  }

  /** Returns whether somebody would have got it. */
  private boolean passOver(PlannedReminder reminder, Instant now) {
    if (broadcasts.exists(reminder.occasion())) {
      return false;
    }
    boolean wanted =
        reminder.end().isAfter(now)
            && subscriptions.count(reminder.eventId(), reminder.scopes()) > 0;
    Broadcast.State state = wanted ? Broadcast.State.MISSED : Broadcast.State.DONE;
    broadcasts.create(Reminders.broadcast(reminder, reminder.scopes(), state));
    return wanted;
  }

  /**
   * What was on its way when the backup was made: a message to many residents rests until an
   * organiser decides; what went to few is not sent.
   *
   * @return the kinds of those that rest
   */
  public List<Broadcast.Kind> halt(Instant now) {
    Set<Broadcast.State> moving = EnumSet.of(Broadcast.State.SCHEDULED, Broadcast.State.RUNNING);
    var resting = new ArrayList<Broadcast.Kind>();
    for (Broadcast broadcast : broadcasts.in(moving)) {
      if (broadcast.due().isAfter(now)) {
        continue;
      }
      boolean rests = broadcast.kind().isForMany();
      broadcasts.change(
          broadcast.id(), moving, rests ? Broadcast.State.PAUSED : Broadcast.State.STOPPED, now);
      if (rests) {
        resting.add(broadcast.kind());
      }
    }
    return resting;
  }
}
