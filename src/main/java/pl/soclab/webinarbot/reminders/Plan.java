package pl.soclab.webinarbot.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Session;

/** Derives the reminders of an event from its file. Nothing of it is ever typed or stored. */
public final class Plan {
  /** What {@link Scope#LAST_HOUR} is about. */
  private static final Duration HOUR = Duration.ofHours(1);

  private static final Duration DAY = Duration.ofDays(1);

  /** When people are reminded of a day without an hour. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private Plan() {}

  /**
   * The reminders of all sessions, in the order in which they are due; none for an event that is
   * cancelled. Those that have passed are among them.
   */
  public static List<PlannedReminder> of(Event event, QuietHours quiet) {
    var plan = new ArrayList<PlannedReminder>();
    if (event.status() != Event.Status.CANCELLED) {
      for (Session session : event.sessions()) {
        plan.addAll(of(event, session, quiet));
      }
    }
    plan.sort(
        Comparator.comparing(PlannedReminder::due)
            .thenComparing(PlannedReminder::start)
            .thenComparing(PlannedReminder::lead, Comparator.reverseOrder()));
    return plan;
  }

  /** Where two reminders would leave at the same time, the shorter one is enough. */
  private static List<PlannedReminder> of(Event event, Session session, QuietHours quiet) {
    var leads = new TreeSet<>(event.reminders());
    leads.add(HOUR);
    var plan = new ArrayList<PlannedReminder>();
    for (Duration lead : leads) {
      PlannedReminder reminder = reminder(event, session, lead, quiet);
      if (reminder != null && plan.stream().noneMatch(other -> isSpare(reminder, other))) {
        plan.add(reminder);
      }
    }
    return plan;
  }

  private static boolean isSpare(PlannedReminder reminder, PlannedReminder shorter) {
    return reminder.isCoveredBy(shorter) && !reminder.due().isBefore(shorter.due());
  }

  private static @Nullable PlannedReminder reminder(
      Event event, Session session, Duration lead, QuietHours quiet) {
    ZoneId zone = session.zone();
    Instant start = session.startInstant();
    Instant wanted = wanted(session, lead);
    if (wanted == null) {
      return null;
    }
    Instant end =
        session.startTime() == null
            ? session.date().plusDays(1).atStartOfDay(zone).toInstant()
            : start;
    Instant due = quiet.fit(wanted, start, lead, zone);
    return new PlannedReminder(event.id(), start, end, lead, scopes(event, lead), due, zone);
  }

  /** Null where nothing can be said: an hour before a day without an hour. */
  private static @Nullable Instant wanted(Session session, Duration lead) {
    boolean wholeDays = lead.toSeconds() % DAY.toSeconds() == 0;
    LocalTime time = session.startTime();
    if (time == null) {
      return wholeDays
          ? session
              .date()
              .minusDays(lead.toDays())
              .atTime(MORNING)
              .atZone(session.zone())
              .toInstant()
          : null;
    }
    // A day before is the same hour on the clock, even where the clock changed in between.
    return wholeDays
        ? session.date().minusDays(lead.toDays()).atTime(time).atZone(session.zone()).toInstant()
        : session.startInstant().minus(lead);
  }

  private static Set<Scope> scopes(Event event, Duration lead) {
    var scopes = EnumSet.noneOf(Scope.class);
    if (event.reminders().contains(lead)) {
      scopes.add(Scope.ALL);
    }
    if (lead.equals(HOUR)) {
      scopes.add(Scope.LAST_HOUR);
    }
    return scopes;
  }
}
