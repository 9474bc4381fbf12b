package pl.soclab.webinarbot;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import pl.soclab.webinarbot.cli.CommonOptions;
import pl.soclab.webinarbot.cli.OpenedFolder;
import pl.soclab.webinarbot.conversation.AnswerListener;
import pl.soclab.webinarbot.conversation.CommandMenu;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.Flood;
import pl.soclab.webinarbot.conversation.FloodReplies;
import pl.soclab.webinarbot.conversation.Handing;
import pl.soclab.webinarbot.conversation.ResidentConversation;
import pl.soclab.webinarbot.conversation.Switched;
import pl.soclab.webinarbot.conversation.ToldListener;
import pl.soclab.webinarbot.conversation.Watching;
import pl.soclab.webinarbot.desk.AnswerTally;
import pl.soclab.webinarbot.desk.Awaited;
import pl.soclab.webinarbot.desk.BotSwitch;
import pl.soclab.webinarbot.desk.CorrectionReach;
import pl.soclab.webinarbot.desk.Desk;
import pl.soclab.webinarbot.desk.DeskMenu;
import pl.soclab.webinarbot.desk.FilesOfDesk;
import pl.soclab.webinarbot.desk.Inviting;
import pl.soclab.webinarbot.desk.Organisers;
import pl.soclab.webinarbot.desk.PairedOrganisers;
import pl.soclab.webinarbot.desk.ReportSources;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.messaging.ChatRecords;
import pl.soclab.webinarbot.publishing.Publisher;
import pl.soclab.webinarbot.questions.AnswerDrafts;
import pl.soclab.webinarbot.questions.Corrections;
import pl.soclab.webinarbot.questions.Handovers;
import pl.soclab.webinarbot.questions.ToldFacts;
import pl.soclab.webinarbot.reminders.BroadcastText;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.EventMemory;
import pl.soclab.webinarbot.reminders.Pause;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.SendingLoop;
import pl.soclab.webinarbot.reminders.Subscriptions;
import pl.soclab.webinarbot.telegram.Menus;
import pl.soclab.webinarbot.telegram.TelegramBot;

/** How {@code serve} is put together. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(Settings.class)
@Import({
  RemindersWiring.class,
  OrganisersWiring.class,
  ReportsWiring.class,
  PublishingWiring.class,
  HandoverWiring.class,
  OpenQuestionsWiring.class,
  WebhookWiring.class,
  PrivacyWiring.class,
  BackupWiring.class,
  MetricsWiring.class
})
class Wiring {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  private static final Duration CONNECTION = Duration.ofSeconds(5);

  @Bean
  DataSource dataSource(Settings settings) {
    DatabaseAddress address = settings.database();
    if (address.isFile()) {
      DataFolder.create(settings.dataFolder());
    }
    if (settings.telegram() == null && !settings.databaseUrl().isEmpty()) {
      LOG.info("The preview keeps its data in {}, not in DATABASE_URL", address.shown());
    }
    var pool = new HikariDataSource();
    pool.setPoolName("database");
    pool.setJdbcUrl(address.url());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    // The health check asks more than once, and has to answer while the database does not.
    pool.setConnectionTimeout(CONNECTION.toMillis());
    if (address.isFile()) {
      pool.setExceptionOverrideClassName(LostDatabase.class.getName());
    }
    if (address.isPostgres()) {
      // A server whose network is gone says nothing, and the driver would wait for ever. What the
      // address says of these wins.
      pool.addDataSourceProperty("connectTimeout", "5");
      pool.addDataSourceProperty("socketTimeout", "30");
      pool.addDataSourceProperty("tcpKeepAlive", "true");
    }
    return pool;
  }

  @Bean
  Upstream upstream(Settings settings, OpenedFolder folder, CommonOptions options) {
    return Upstream.open(settings, folder, options.now() != null);
  }

  @Bean
  InstantSource clock(Upstream upstream) {
    return upstream.clock();
  }

  @Bean
  CurrentAnswerer currentAnswerer(OpenedFolder folder) {
    return new CurrentAnswerer(folder.knowledge(), InstantSource.system());
  }

  /** Watches the organisers' files; what they say is answered from as soon as it was read. */
  @Bean(initMethod = "start", destroyMethod = "close")
  KnowledgeFolder knowledgeFolder(
      OpenedFolder folder, CurrentAnswerer answerers, InstantSource clock) {
    // Quiet is measured on the real clock: that of the preview can be moved.
    var watched =
        new KnowledgeFolder(folder.path(), folder.reader().by(clock), InstantSource.system());
    // A file may have been saved since the folder was opened.
    answerers.replace(watched.current().knowledge());
    watched.onChange(
        reading -> {
          answerers.replace(reading.knowledge());
          Application.describe(folder.path(), reading.with(answerers.get().findings()));
        });
    return watched;
  }

  @Bean
  Conversation conversation(
      CurrentAnswerer answerers,
      InstantSource clock,
      Settings settings,
      Subscriptions subscriptions,
      Broadcasts broadcasts,
      EventMemory memory,
      BroadcastText texts,
      PairedOrganisers organisers,
      Inviting inviting,
      Awaited awaited,
      BotSwitch botSwitch,
      Pause pause,
      FilesOfDesk files,
      AnswerTally tally,
      ReportSources reports,
      Watching watching,
      AnswerDrafts drafts,
      Publisher publisher,
      Handing handing,
      Handovers handovers,
      ToldFacts told,
      Corrections corrections,
      CorrectionReach reach,
      ChatRecords records,
      BotMetrics metrics,
      ObjectProvider<TelegramBot> bot) {
    QuietHours quiet = settings.quiet();
    var residents =
        new ResidentConversation(
            answerers,
            clock,
            settings.profile(),
            subscriptions,
            broadcasts,
            quiet,
            handing,
            told,
            watching,
            records,
            AnswerListener.all(tally, new ToldListener(told), metrics));
    var switched =
        new Switched(
            residents,
            botSwitch::reason,
            answerers,
            subscriptions,
            handing,
            told,
            watching.watches(),
            organisers::contains,
            clock);
    return new Desk(organisers, answerers::knowledge, clock)
        .answering(handovers, broadcasts, quiet)
        .correcting(corrections, reach, broadcasts, quiet)
        .broadcasting(broadcasts, subscriptions, memory, texts, quiet, pause)
        .panel(reports, botSwitch)
        .switching(botSwitch, broadcasts, awaited)
        // The bot itself is made of this conversation, so it is asked for when it is there.
        .organisers(
            organisers, inviting, broadcasts, awaited, chat -> bot.getObject().menuChanged(chat))
        .unanswered(watching.questions(), drafts, awaited, publisher, answerers)
        // Takes any document, so it comes behind those who wait for a message.
        .files(files, subscriptions, awaited, quiet)
        .over(switched);
  }

  /** Closed by {@link BotLifecycle}; closing it again does nothing. */
  @Bean
  Flood flood(CurrentAnswerer answerers, Organisers organisers, InstantSource clock) {
    return new FloodReplies(answerers, organisers::contains, clock);
  }

  @Bean
  @DependsOnDatabaseInitialization
  TelegramBot telegramBot(
      Upstream upstream,
      Conversation conversation,
      Flood flood,
      Organisers organisers,
      Settings settings,
      DataSource database,
      InstantSource clock,
      BotMetrics metrics,
      MeterRegistry meters) {
    return new TelegramBot(
        upstream.telegram(),
        metrics.timed(conversation),
        flood,
        new Menus(CommandMenu.commands(), organisers::all, DeskMenu.commands()),
        database,
        settings.database().isFile(),
        clock,
        meters);
  }

  @Bean
  BotLifecycle botLifecycle(TelegramBot bot, SendingLoop sending) {
    return new BotLifecycle(bot, sending);
  }

  @Bean("telegram")
  TelegramHealth telegramHealth(TelegramBot bot, InstantSource clock) {
    return new TelegramHealth(bot, clock);
  }

  @Bean("knowledge")
  KnowledgeHealth knowledgeHealth(
      OpenedFolder folder,
      KnowledgeFolder watched,
      CurrentAnswerer answerers,
      CurrentFindings findings) {
    return new KnowledgeHealth(folder.path(), watched, answerers, findings);
  }
}
