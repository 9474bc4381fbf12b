package pl.soclab.webinarbot.desk;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pl.soclab.webinarbot.knowledge.Event;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.language.PolishDates;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.PlannedReminder;
import pl.soclab.webinarbot.reminders.QuietHours;

/** Tells the organisers that the bot goes on from a backup, and what they have to look at. */
public final class RestoredReport {
  private static final int MOST_LINES = 10;

  private final Broadcasts broadcasts;
  private final Organisers organisers;
  private final Supplier<Knowledge> knowledge;
  private final QuietHours quiet;

  /**
   * Wires it.
   *
   * @param broadcasts where the report waits until it is sent
   * @param knowledge gives the newest snapshot
   */
  public RestoredReport(
      Broadcasts broadcasts,
      Organisers organisers,
      Supplier<Knowledge> knowledge,
      QuietHours quiet) {
    this.broadcasts = broadcasts;
    this.organisers = organisers;
    this.knowledge = knowledge;
    this.quiet = quiet;
  }

  /**
   * Tells it once for each backup and start.
   *
   * @param from when the backup was last alive
   * @param passedOver reminders that are not sent
   * @param resting how many broadcasts wait for a decision
   */
  public void tell(Instant from, Instant now, List<PlannedReminder> passedOver, int resting) {
    var text = new StringBuilder(DeskPhrases.get("report.restored", moment(from), moment(now)));
    if (!passedOver.isEmpty()) {
      text.append("\n\n")
          .append(DeskPhrases.get("report.restored.reminders"))
          .append(
              passedOver.stream().limit(MOST_LINES).map(this::line).collect(Collectors.joining()));
    }
    if (resting > 0) {
      text.append("\n\n").append(DeskPhrases.get("report.restored.resting", resting));
    }
    broadcasts.create(
        NewBroadcast.report(
            "restored " + from + " " + now,
            text.toString(),
            quiet.endAfter(now, Audiences.USUAL_ZONE)),
        organisers.all());
  }

  private String line(PlannedReminder reminder) {
    Event event = knowledge.get().event(reminder.eventId());
    String title = event == null ? reminder.eventId() : event.title();
    return "\n• " + title + " (" + PlanWriter.before(reminder.lead()) + ")";
  }

  private static String moment(Instant instant) {
    var local = instant.atZone(Audiences.USUAL_ZONE);
    return DeskPhrases.get(
        "report.restored.moment",
        PolishDates.dayAndMonth(local.toLocalDate()),
        PolishDates.hour(local.toLocalTime()));
  }
}
