package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.function.Supplier;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.PlannedReminder;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Reports;

/** Tells the organisers what residents did not get, in the morning where it was at night. */
public final class DeskReports implements Reports {
  private final Broadcasts broadcasts;
  private final Organisers organisers;
  private final Supplier<Knowledge> knowledge;
  private final QuietHours quiet;

  /**
   * Wires it.
   *
   * @param broadcasts where a report waits until it is sent
   * @param knowledge gives the newest snapshot
   */
  public DeskReports(
      Broadcasts broadcasts,
      Organisers organisers,
      Supplier<Knowledge> knowledge,
      QuietHours quiet) {
    this.broadcasts = broadcasts;
    this.organisers = organisers;
    this.knowledge = knowledge;
    this.quiet = quiet;
  }

  @Override
  public void missed(PlannedReminder reminder, Instant now) {
    Event event = knowledge.get().event(reminder.eventId());
    String title = event == null ? reminder.eventId() : event.title();
    String text = DeskPhrases.get("report.missed", title, PlanWriter.before(reminder.lead()));
    broadcasts.create(
        NewBroadcast.report(
            "missed " + reminder.occasion(), text, quiet.endAfter(now, reminder.zone())),
        organisers.all());
  }
}
