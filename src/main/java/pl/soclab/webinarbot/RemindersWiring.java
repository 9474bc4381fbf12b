package pl.soclab.webinarbot;

import com.github.kagkarlsson.scheduler.HeartbeatState;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.soclab.webinarbot.conversation.AnswerNews;
import pl.soclab.webinarbot.desk.DeskReports;
import pl.soclab.webinarbot.desk.FactChanges;
import pl.soclab.webinarbot.desk.HandoverCare;
import pl.soclab.webinarbot.desk.Organisers;
import pl.soclab.webinarbot.desk.ProgressBoard;
import pl.soclab.webinarbot.desk.ReportWatch;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.reminders.BroadcastText;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Dispatch;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.JdbcBroadcasts;
import pl.soclab.webinarbot.reminders.JdbcEventMemory;
import pl.soclab.webinarbot.reminders.JdbcSubscriptions;
import pl.soclab.webinarbot.reminders.Pause;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Reminders;
import pl.soclab.webinarbot.reminders.Sender;
import pl.soclab.webinarbot.reminders.SendingLoop;
import pl.soclab.webinarbot.reminders.Subscriptions;
import pl.soclab.webinarbot.telegram.TelegramBot;

/** How the reminders are put together, and who runs them. */
@Configuration(proxyBeanMethods = false)
class RemindersWiring {
  /** So often a run gives its place up; what it costs is two writes to the database. */
  private static final Duration ONE_RUN = Duration.ofMinutes(1);

  @Bean
  @DependsOnDatabaseInitialization
  Subscriptions subscriptions(DataSource database) {
    return new JdbcSubscriptions(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  Broadcasts broadcasts(DataSource database) {
    return new JdbcBroadcasts(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  EventMemory eventMemory(DataSource database) {
    return new JdbcEventMemory(database);
  }

  /** Closed by {@link BotLifecycle}. */
  @Bean(destroyMethod = "")
  SendingLoop sendingLoop(
      CurrentAnswerer answerers,
      Subscriptions subscriptions,
      Broadcasts broadcasts,
      EventMemory memory,
      BroadcastText texts,
      Organisers organisers,
      AnswerNews answers,
      HandoverCare care,
      FactChanges changes,
      TelegramBot bot,
      ReportWatch reports,
      Settings settings,
      Pause pause,
      InstantSource clock) {
    Supplier<Knowledge> knowledge = answerers::knowledge;
    QuietHours quiet = settings.quiet();
    var reminders =
        new Reminders(
            knowledge,
            subscriptions,
            broadcasts,
            memory,
            new DeskReports(broadcasts, organisers, knowledge, quiet),
            quiet,
            clock);
    var dispatch =
        new Dispatch(
            bot.pacedMessenger(), texts, knowledge, broadcasts, subscriptions, pause, clock);
    var board =
        new ProgressBoard(
            broadcasts,
            subscriptions,
            knowledge,
            organisers,
            bot.messenger(),
            bot.editor(),
            pause,
            // What an organiser is shown must not hold up what residents are sent.
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("progress").factory()));
    return new SendingLoop(
        reminders,
        new Sender(broadcasts, dispatch, clock),
        List.of(answers::tick, board::tick, reports::tick, care::tick, changes::tick),
        pause,
        clock);
  }

  /**
   * One instance of the program sends; db-scheduler keeps its place with a heartbeat and gives it
   * to another when it dies. What is due is not its business but the plan's, as the preview's clock
   * can be moved ({@code docs/decisions/008-who-sends.md}).
   */
  @Bean
  @DependsOnDatabaseInitialization
  RecurringTask<Void> sending(SendingLoop loop, Settings settings, DataSource database) {
    if (settings.database().isFile()) {
      // One process at a time can open the file, so whoever held the place is dead.
      JdbcClient.create(database)
          .sql("UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL WHERE picked")
          .update();
    }
    return Tasks.recurring("sending", FixedDelay.ofMillis(500))
        .execute(
            (instance, context) -> {
              HeartbeatState heartbeat = context.getCurrentlyExecuting().getHeartbeatState();
              loop.run(ONE_RUN, () -> !heartbeat.hasStaleHeartbeat());
            });
  }

  @Bean
  BroadcastsEndpoint broadcastsEndpoint(Broadcasts broadcasts) {
    return new BroadcastsEndpoint(broadcasts);
  }
}
