package pl.soclab.webinarbot;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.soclab.webinarbot.desk.RestoredReport;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.questions.FactMemory;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.questions.OpenQuestions;
import pl.soclab.webinarbot.reminders.PlannedReminder;
import pl.soclab.webinarbot.reminders.RestoredPlan;
import pl.soclab.webinarbot.telegram.JdbcInboxRecords;

/**
 * What has to happen before a bot goes on from a backup: between its last sign of life and now
 * another one may have sent whatever was due, so nothing of that is sent again, and organisers are
 * told.
 */
final class RestoredDatabase {
  private static final Logger LOG = LoggerFactory.getLogger(RestoredDatabase.class);

  private final DataSource database;
  private final Supplier<Knowledge> knowledge;
  private final RestoredPlan plan;
  private final Questions questions;
  private final RestoredReport report;
  private final boolean isFile;

  /** Where questions stand of which somebody may have been told. */
  record Questions(OpenQuestions open, Handovers handovers, FactMemory facts) {
    /** Whoever waited may have been told; an organiser's answer is asked for once more. */
    void passOver() {
      open.untold(Integer.MAX_VALUE).forEach(question -> open.told(question.id()));
      handovers.onTheWay().forEach(answer -> handovers.withdraw(answer.id()));
      facts.all().keySet().forEach(facts::forget);
    }
  }

  /**
   * Wires it.
   *
   * @param isFile whether the database is H2's file, of which a copy may be torn
   */
  RestoredDatabase(
      DataSource database,
      Supplier<Knowledge> knowledge,
      RestoredPlan plan,
      Questions questions,
      RestoredReport report,
      boolean isFile) {
    this.database = database;
    this.knowledge = knowledge;
    this.plan = plan;
    this.questions = questions;
    this.report = report;
    this.isFile = isFile;
  }

  /** In the transaction of {@link Installation#claim}. */
  void passOver(Instant from, Instant now) {
    LOG.warn(
        "The data are a backup or a copy, last alive at {}: what was due until now is not sent,"
            + " see docs/operating.md",
        from);
    if (isFile) {
      readAll();
    }
    JdbcInboxRecords.passOver(database, now);
    questions.passOver();
    int resting = plan.halt(now).size();
    List<PlannedReminder> passedOver = plan.passOver(knowledge.get(), now);
    report.tell(from, now, passedOver, resting);
  }

  /** A file that was copied while it was written may open and be broken further in. */
  private void readAll() {
    new JdbcTemplate(database).query("SCRIPT NOPASSWORDS NOSETTINGS", row -> {});
  }
}
