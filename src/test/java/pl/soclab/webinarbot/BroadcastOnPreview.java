package pl.soclab.webinarbot;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.conversation.BotProfile;
import pl.soclab.webinarbot.conversation.FloodReplies;
import pl.soclab.webinarbot.conversation.ReminderWriter;
import pl.soclab.webinarbot.database.TestDatabases;
import pl.soclab.webinarbot.knowledge.Knowledge;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.preview.Fault;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.PreviewSettings;
import pl.soclab.webinarbot.preview.TestResident;
import pl.soclab.webinarbot.reminders.Broadcast;
import pl.soclab.webinarbot.reminders.Broadcasts;
import pl.soclab.webinarbot.reminders.Delivery;
import pl.soclab.webinarbot.reminders.Dispatch;
import pl.soclab.webinarbot.reminders.JdbcBroadcasts;
import pl.soclab.webinarbot.reminders.JdbcEventMemory;
import pl.soclab.webinarbot.reminders.JdbcSubscriptions;
import pl.soclab.webinarbot.reminders.NewBroadcast;
import pl.soclab.webinarbot.reminders.Pause;
import pl.soclab.webinarbot.reminders.Progress;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.reminders.Reminders;
import pl.soclab.webinarbot.reminders.Scope;
import pl.soclab.webinarbot.reminders.Sender;
import pl.soclab.webinarbot.reminders.SendingLoop;
import pl.soclab.webinarbot.reminders.Subscriptions;
import pl.soclab.webinarbot.telegram.Menus;
import pl.soclab.webinarbot.telegram.TelegramBot;
import pl.soclab.webinarbot.telegram.TelegramSettings;

/**
 * An organiser's message to many residents: everything from the plan to the HTTP client is real,
 * but the clock and Telegram. The clock stands still while the sender works.
 */
final class BroadcastOnPreview implements AutoCloseable {
  private static final String TEXT = "Spotkanie zaczyna się w nowej sali";

  private static final String EVENT = "webinar";
  private static final ChatId AUTHOR = new ChatId(77);
  private static final int A_SECOND = 1000;
  private static final Knowledge NO_FILES =
      new Knowledge(List.of(), List.of(), List.of(), List.of(), List.of());

  /** The gaps of five attempts are 85 seconds in all. */
  private static final int STEPS = 30;

  private static final Duration STEP = Duration.ofSeconds(5);

  final Preview preview;
  final List<Long> residents;
  private final DataSource database = TestDatabases.h2();
  private final Subscriptions subscriptions = new JdbcSubscriptions(database);
  private final Broadcasts broadcasts = new JdbcBroadcasts(database);
  private final long id;
  private Instant now = Instant.parse("2022-02-16T11:00:00Z");
  private TelegramBot bot;
  private SendingLoop loop;

  /** A message that is due now, to so many subscribers. */
  BroadcastOnPreview(int recipients) {
    preview = Preview.start(PreviewSettings.startingAt(now).onPort(0));
    residents = IntStream.range(0, recipients).mapToObj(this::subscriber).toList();
    id = scheduled();
    bot = newBot();
    loop = newLoop();
  }

  private long subscriber(int number) {
    TestResident resident =
        preview.residents().add("Mieszkaniec " + number, "pl").hasWrittenBefore();
    Instant before = now.minus(Duration.ofHours(1));
    subscriptions.subscribe(new ChatId(resident.id()), EVENT, Scope.ALL, "pl", before);
    return resident.id();
  }

  private long scheduled() {
    Broadcast draft =
        Objects.requireNonNull(
            broadcasts.create(NewBroadcast.draft(null, TEXT, AUTHOR, now)), "a draft is new");
    broadcasts.change(draft.id(), Set.of(Broadcast.State.DRAFT), Broadcast.State.SCHEDULED, now);
    return draft.id();
  }

  private TelegramBot newBot() {
    return new TelegramBot(
        new TelegramSettings(preview.token(), preview.botApi(), A_SECOND),
        message -> List.of(),
        new FloodReplies(() -> Answerer.of(NO_FILES), chat -> false, () -> now),
        Menus.of(List.of()),
        database,
        true,
        () -> now,
        new SimpleMeterRegistry());
  }

  private SendingLoop newLoop() {
    var reminders =
        new Reminders(
            () -> NO_FILES,
            subscriptions,
            broadcasts,
            new JdbcEventMemory(database),
            (reminder, at) -> {},
            QuietHours.USUAL,
            () -> now);
    var dispatch =
        new Dispatch(
            bot.pacedMessenger(),
            new ReminderWriter(new BotProfile("Bot webinarowy", null)),
            () -> NO_FILES,
            broadcasts,
            subscriptions,
            Pause.NEVER,
            () -> now);
    return new SendingLoop(
        reminders, new Sender(broadcasts, dispatch, () -> now), List.of(), Pause.NEVER, () -> now);
  }

  /** The program ends and another begins, which knows what is in the database and no more. */
  void restarts() {
    bot.close();
    bot = newBot();
    loop = newLoop();
  }

  /** The next sends to a resident go wrong in this order; afterwards all goes well. */
  void goesWrong(long resident, List<Fault> faults) {
    faults.forEach(fault -> preview.faults().nextIn(resident, "sendMessage", 1, fault));
  }

  /** Sends what may leave at this instant. */
  void look() {
    loop.run(Duration.ZERO, () -> true);
  }

  /** So much later, sends what may leave then. */
  void later(Duration time) {
    now = now.plus(time);
    look();
  }

  /** Sends until the broadcast is over, or some minutes have passed. */
  void sendAll() {
    look();
    for (int step = 0; step < STEPS && state() == Broadcast.State.RUNNING; step++) {
      later(STEP);
    }
  }

  Broadcast.State state() {
    return Objects.requireNonNull(broadcasts.find(id)).state();
  }

  Delivery delivery(long resident) {
    return Objects.requireNonNull(broadcasts.delivery(id, new ChatId(resident)));
  }

  Progress progress() {
    return broadcasts.progress(id);
  }

  /** Whether nothing more is sent to the resident before they write again. */
  boolean isPaused(long resident) {
    return subscriptions.of(new ChatId(resident)).getFirst().paused();
  }

  /** How often the message arrived in a resident's chat. */
  int arrived(long resident) {
    return preview.log().messagesTo(resident).size();
  }

  /** How often the bot tried to send anything to anybody. */
  int calls() {
    return preview.log().calls("sendMessage").size();
  }

  @Override
  public void close() {
    loop.close();
    bot.close();
    preview.close();
  }
}
