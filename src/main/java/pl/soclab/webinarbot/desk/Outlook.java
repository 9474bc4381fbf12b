package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.Plan;
import pl.soclab.webinarbot.reminders.PlannedReminder;
import pl.soclab.webinarbot.reminders.QuietHours;

/**
 * What is still to be sent of an event.
 *
 * @param coming in the order in which it is due; often nothing
 * @param reason where nothing is, the key of the sentence that says why; null where that goes
 *     without saying
 */
record Outlook(Event event, List<PlannedReminder> coming, @Nullable String reason) {
  /**
   * The same plan by which reminders are sent.
   *
   * @param known what residents know of the events: one that was put off has no date for now
   */
  static Outlook of(
      Event event, Map<String, EventMemory.Known> known, QuietHours quiet, Instant now) {
    boolean holds = EventMemory.times(event, known).holds();
    List<PlannedReminder> all = holds ? Plan.of(event, quiet) : List.of();
    List<PlannedReminder> coming =
        all.stream().filter(reminder -> reminder.due().isAfter(now)).toList();
    boolean isOver = !event.sessions().isEmpty() && event.next(now) == null;
    String reason = isOver || !coming.isEmpty() ? null : reason(event, holds, all.isEmpty());
    return new Outlook(event, coming, reason);
  }

  private static String reason(Event event, boolean holds, boolean nothingPlanned) {
    if (event.status() == Event.Status.CANCELLED) {
      return "plan.cancelled";
    }
    boolean hasNoDate = event.sessions().isEmpty();
    if (!holds || (hasNoDate && event.status() == Event.Status.MOVED)) {
      return "plan.put_off";
    }
    if (hasNoDate) {
      return "plan.no_date";
    }
    return nothingPlanned ? "plan.no_hour" : "plan.all_sent";
  }
}
