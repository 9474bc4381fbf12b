package pl.soclab.webinarbot;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.soclab.webinarbot.desk.JdbcDeskRecords;
import pl.soclab.webinarbot.desk.Pairings;
import pl.soclab.webinarbot.messaging.ChatRecords;
import pl.soclab.webinarbot.publishing.JdbcPublishingRecords;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.questions.JdbcQuestionRecords;
import pl.soclab.webinarbot.questions.OpenQuestions;
import pl.soclab.webinarbot.questions.Tallies;
import pl.soclab.webinarbot.questions.ToldFacts;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.JdbcReminderRecords;
import pl.soclab.webinarbot.reminders.ReminderRetention;
import pl.soclab.webinarbot.telegram.JdbcInboxRecords;

/** What is kept about whom, and for how long: {@code docs/privacy.md}. */
@Configuration(proxyBeanMethods = false)
class PrivacyWiring {
  @Bean
  @DependsOnDatabaseInitialization
  ChatRecords chatRecords(DataSource database) {
    return new AllRecords(
        List.of(
            new JdbcReminderRecords(database),
            new JdbcQuestionRecords(database),
            new JdbcInboxRecords(database),
            new JdbcDeskRecords(database),
            new JdbcPublishingRecords(database)),
        database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  Retention retention(
      DataSource database,
      CurrentAnswerer answerers,
      EventMemory memory,
      Broadcasts broadcasts,
      OpenQuestions questions,
      Handovers handovers,
      ToldFacts told,
      Corrections corrections,
      Tallies tallies,
      Pairings pairings) {
    return new Retention(
        List.of(
            Retention.of(broadcasts, new ReminderRetention(database, answerers::knowledge, memory)),
            Retention.of(questions, handovers),
            Retention.of(told, corrections),
            Retention.of(tallies),
            Retention.of(
                pairings, new JdbcDeskRecords(database), new JdbcPublishingRecords(database))));
  }

  /** At the start, then every hour: what is overdue by then was overdue for an hour at most. */
  @Bean
  RecurringTask<Void> forgetting(Retention retention, InstantSource clock) {
    return Tasks.recurring("forgetting", FixedDelay.ofHours(1))
        .execute((instance, context) -> retention.enforce(clock.instant()));
  }
}
