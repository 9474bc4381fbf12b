package pl.soclab.webinarbot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.soclab.webinarbot.cli.OpenedFolder;
import pl.soclab.webinarbot.desk.AnswerTally;
import pl.soclab.webinarbot.desk.Organisers;
import pl.soclab.webinarbot.desk.ReportSources;
import pl.soclab.webinarbot.desk.ReportWatch;
import pl.soclab.webinarbot.desk.StandingQuestions;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.questions.JdbcQuestionMemory;
import pl.soclab.webinarbot.questions.JdbcTallies;
import pl.soclab.webinarbot.questions.JdbcTroubles;
import pl.soclab.webinarbot.questions.Tallies;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.Subscriptions;

/** How what organisers are told unasked, and on their panel, is put together. */
@Configuration(proxyBeanMethods = false)
class ReportsWiring {
  /** A start takes no longer where there is room for it. */
  private static final Duration AFTER_START = Duration.ofSeconds(2);

  @Bean
  @DependsOnDatabaseInitialization
  Tallies tallies(DataSource database) {
    return new JdbcTallies(database);
  }

  /** Closed after the bot, which counts until its end, and before the database. */
  @Bean(initMethod = "start", destroyMethod = "close")
  AnswerTally answerTally(Tallies tallies, CurrentAnswerer answerers) {
    return new AnswerTally(tallies, answerers::knowledge);
  }

  /** A thread of its own, of the lowest priority: a thousand questions take seconds. */
  @Bean
  StandingQuestions standingQuestions(
      OpenedFolder folder,
      KnowledgeFolder watched,
      CurrentAnswerer answerers,
      InstantSource clock) {
    ThreadFactory slow =
        Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("questions").factory();
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(slow);
    var questions = new StandingQuestions(folder.path(), answerers, clock, thread);
    // Listeners are told in order: by then residents are answered from the new files.
    watched.onChange(reading -> questions.ask());
    // A quarter of what a start costs; those who wait for it to be over come first.
    Future<?> _ = thread.schedule(questions::ask, AFTER_START.toSeconds(), TimeUnit.SECONDS);
    return questions;
  }

  @Bean
  CurrentFindings currentFindings(
      KnowledgeFolder watched, CurrentAnswerer answerers, StandingQuestions questions) {
    return new CurrentFindings(watched, answerers, questions);
  }

  @Bean
  ReportSources reportSources(
      Tallies tallies,
      Subscriptions subscriptions,
      Broadcasts broadcasts,
      EventMemory memory,
      Settings settings,
      CurrentFindings findings,
      StandingQuestions questions) {
    return new ReportSources(
        tallies, subscriptions, broadcasts, memory, settings.quiet(), findings, questions);
  }

  @Bean
  @DependsOnDatabaseInitialization
  ReportWatch reportWatch(
      ReportSources sources,
      Organisers organisers,
      CurrentAnswerer answerers,
      OpenedFolder folder,
      DataSource database) {
    return new ReportWatch(
        sources,
        organisers,
        answerers,
        folder.path(),
        new JdbcTroubles(database),
        new JdbcQuestionMemory(database),
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("reports").factory()));
  }
}
