package pl.soclab.webinarbot.desk;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import pl.soclab.webinarbot.knowledge.Finding;
import pl.soclab.webinarbot.questions.Tallies;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Subscriptions;

/**
 * What the panel and the reports are written from.
 *
 * @param memory what residents know of each event's times
 * @param findings gives all that is wrong with the files now
 * @param questions those under {@code pytania/}
 */
public record ReportSources(
    Tallies tallies,
    Subscriptions subscriptions,
    Broadcasts broadcasts,
    EventMemory memory,
    QuietHours quiet,
    Supplier<List<Finding>> findings,
    StandingQuestions questions) {
  private static final Set<Scope> EVERYBODY = Set.of(Scope.values());

  PlanWriter plan() {
    return new PlanWriter(broadcasts, subscriptions, memory, quiet);
  }

  long errors() {
    return count(Finding.Severity.ERROR);
  }

  long warnings() {
    return count(Finding.Severity.WARNING);
  }

  private long count(Finding.Severity severity) {
    return findings.get().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** How many want to hear of an event, whatever of it. */
  long subscribers(String eventId) {
    return subscriptions.count(eventId, EVERYBODY);
  }
}
