package pl.soclab.webinarbot.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.BotProfile;
import pl.soclab.webinarbot.conversation.FloodReplies;
import pl.soclab.webinarbot.conversation.Handing;
import pl.soclab.webinarbot.conversation.ReminderWriter;
import pl.soclab.webinarbot.conversation.ResidentConversation;
import pl.soclab.webinarbot.conversation.Watching;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.knowledge.KnowledgeReader;
import pl.soclab.webinarbot.messaging.InMemoryRecords;
import pl.soclab.webinarbot.questions.JdbcHandovers;
import pl.soclab.webinarbot.questions.JdbcOpenQuestions;
import pl.soclab.webinarbot.questions.JdbcToldFacts;
import pl.soclab.webinarbot.questions.JdbcWatches;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Dispatch;
import pl.soclab.webinarbot.reminders.JdbcBroadcasts;
import pl.soclab.webinarbot.reminders.JdbcEventMemory;
import pl.soclab.webinarbot.reminders.JdbcSubscriptions;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.Pause;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Reminders;
import pl.soclab.webinarbot.reminders.Sender;
import pl.soclab.webinarbot.reminders.SendingLoop;
import pl.soclab.webinarbot.telegram.Menus;
import pl.soclab.webinarbot.telegram.TelegramBot;
import pl.soclab.webinarbot.telegram.TelegramSettings;

/**
 * The bot as {@code serve} puts it together, over the shipped files and a new H2 file, in front of
 * a stand-in. It is noon of the day before the shipped event, so that no night holds anything up.
 */
final class SendingBot implements AutoCloseable {
  private static final Path KNOWLEDGE = Path.of("knowledge");
  private static final int SUBSCRIBED_AT_ONCE = 20_000;

  private final Path folder = Files.createTempDirectory("sending");
  private final HikariDataSource database = new HikariDataSource();
  private final InstantSource clock;
  private final Knowledge knowledge;
  private final JdbcBroadcasts broadcasts;
  private final BotApiStandIn telegram = new BotApiStandIn(1);
  private final TelegramBot bot;
  private final SendingLoop loop;
  private final Thread sending;

  SendingBot(int messagesPerSecond) throws IOException {
    Instant noon =
        LocalDateTime.parse("2022-02-16T12:00").atZone(ZoneId.of("Europe/Warsaw")).toInstant();
    clock = InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), noon));
    // The product's own address of a file: each commit is on the disk.
    database.setJdbcUrl(
        "jdbc:h2:file:"
            + folder.resolve("bot")
            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0");
    database.setUsername("sa");
    Flyway.configure().dataSource(database).load().migrate();
    knowledge = new KnowledgeReader(clock).read(KNOWLEDGE).knowledge();
    broadcasts = new JdbcBroadcasts(database);
    var subscriptions = new JdbcSubscriptions(database);
    var profile = new BotProfile("Asystent wydarzeń", null);
    Answerer answerer = Answerer.of(knowledge);
    QuietHours quiet = QuietHours.USUAL;
    bot =
        new TelegramBot(
            new TelegramSettings("1:benchmark", telegram.address(), messagesPerSecond),
            new ResidentConversation(
                () -> answerer,
                clock,
                profile,
                subscriptions,
                broadcasts,
                quiet,
                new Handing(new JdbcHandovers(database), broadcasts, List::of, quiet),
                new JdbcToldFacts(database),
                new Watching(
                    new JdbcOpenQuestions(database), new JdbcWatches(database), () -> true),
                new InMemoryRecords(),
                (chat, answer, at) -> {}),
            new FloodReplies(() -> answerer, chat -> true, clock),
            Menus.of(List.of()),
            database,
            true,
            clock,
            new SimpleMeterRegistry());
    var dispatch =
        new Dispatch(
            bot.pacedMessenger(),
            new ReminderWriter(profile),
            () -> knowledge,
            broadcasts,
            subscriptions,
            Pause.NEVER,
            clock);
    var reminders =
        new Reminders(
            () -> knowledge,
            subscriptions,
            broadcasts,
            new JdbcEventMemory(database),
            (reminder, now) -> {},
            quiet,
            clock);
    var sender = new Sender(broadcasts, dispatch, clock);
    loop = new SendingLoop(reminders, sender, List.of(), Pause.NEVER, clock);
    sending =
        Thread.ofPlatform()
            .name("sending")
            .unstarted(() -> loop.run(Duration.ofHours(1), () -> true));
  }

  BotApiStandIn telegram() {
    return telegram;
  }

  /** Begins to send what is due. */
  SendingBot sends() {
    sending.start();
    return this;
  }

  /** Begins to answer residents. */
  SendingBot answers() {
    bot.start();
    return this;
  }

  /** So many residents want to hear of the event. */
  SendingBot subscribed(int residents) {
    for (int from = 1; from <= residents; from += SUBSCRIBED_AT_ONCE) {
      JdbcClient.create(database)
          .sql(
              """
              INSERT INTO subscription (chat_id, event_id, scope, language, since)
              SELECT x, :event, 'ALL', 'pl', :since FROM SYSTEM_RANGE(:from, :to)
              """)
          .param("event", event())
          .param("since", clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC))
          .param("from", from)
          .param("to", Math.min(residents, from + SUBSCRIBED_AT_ONCE - 1))
          .update();
    }
    return this;
  }

  private String event() {
    return knowledge.events().getFirst().id();
  }

  /** An organiser's message to all who subscribed, due now; returns its number. */
  long broadcast() {
    var message =
        new NewBroadcast(
            Broadcast.Kind.MESSAGE,
            null,
            event(),
            null,
            null,
            NewBroadcast.MESSAGE_SCOPES,
            "Nagranie będzie dostępne dzień po spotkaniu.",
            Broadcast.State.SCHEDULED,
            clock.instant(),
            null,
            null);
    return Objects.requireNonNull(broadcasts.create(message)).id();
  }

  /** Ends a broadcast before all have it. */
  void stop(long broadcast) {
    broadcasts.change(
        broadcast,
        Set.of(Broadcast.State.SCHEDULED, Broadcast.State.RUNNING),
        Broadcast.State.STOPPED,
        clock.instant());
  }

  /** How many recipients are written down. */
  long writtenDown(long broadcast) {
    return JdbcClient.create(database)
        .sql("SELECT COUNT(*) FROM delivery WHERE broadcast_id = :id")
        .param("id", broadcast)
        .query(Long.class)
        .single();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    loop.close();
    sending.join();
    bot.close();
    telegram.close();
    database.close();
    FileSystemUtils.deleteRecursively(folder);
  }
}
