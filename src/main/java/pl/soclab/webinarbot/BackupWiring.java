package pl.soclab.webinarbot;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import pl.soclab.webinarbot.cli.BackupFiles;
import pl.soclab.webinarbot.desk.Organisers;
import pl.soclab.webinarbot.desk.RestoredReport;
import pl.soclab.webinarbot.questions.FactMemory;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.questions.OpenQuestions;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.RestoredPlan;
import pl.soclab.webinarbot.reminders.Subscriptions;

/** Backups, and what a bot does that goes on from one. The preview has neither. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnTelegram.class)
class BackupWiring {
  /** PostgreSQL is backed up with its own tools. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(OnTelegram.WithAFile.class)
  static class OfAFile {
    @Bean
    @DependsOnDatabaseInitialization
    InstallationMark installationMark(Settings settings) {
      // The folder is there when the database is.
      return InstallationMark.in(settings.dataFolder());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Backups backups(DataSource database, Settings settings, InstantSource clock) {
      return new Backups(database, settings.dataFolder().resolve(BackupFiles.FOLDER), clock);
    }

    @Bean
    BackupEndpoint backupEndpoint(Backups backups) {
      return new BackupEndpoint(backups);
    }

    @Bean
    RecurringTask<Void> backingUp(Backups backups) {
      return Tasks.recurring("backup", FixedDelay.ofHours(1))
          .execute((instance, context) -> backups.make());
    }
  }

  @Bean
  @DependsOnDatabaseInitialization
  Installation installation(DataSource database, ObjectProvider<InstallationMark> mark) {
    return new Installation(database, mark.getIfAvailable());
  }

  @Bean
  RecurringTask<Void> signsOfLife(Installation installation, InstantSource clock) {
    return Tasks.recurring("alive", FixedDelay.ofMinutes(1))
        .execute((instance, context) -> installation.alive(clock.instant()));
  }

  @Bean
  RestoredDatabase restoredDatabase(
      DataSource database,
      Settings settings,
      CurrentAnswerer answerers,
      Subscriptions subscriptions,
      Broadcasts broadcasts,
      EventMemory memory,
      OpenQuestions open,
      Handovers handovers,
      FactMemory facts,
      Organisers organisers) {
    return new RestoredDatabase(
        database,
        answerers::knowledge,
        new RestoredPlan(subscriptions, broadcasts, memory, settings.quiet()),
        new RestoredDatabase.Questions(open, handovers, facts),
        new RestoredReport(broadcasts, organisers, answerers::knowledge, settings.quiet()),
        settings.database().isFile());
  }

  @Bean
  RestoredCheck restoredCheck(
      Installation installation, RestoredDatabase restored, InstantSource clock) {
    return new RestoredCheck(installation, restored, clock);
  }
}
