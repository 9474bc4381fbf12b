package pl.soclab.webinarbot.telegram;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import pl.soclab.webinarbot.conversation.Conversation;
import pl.soclab.webinarbot.conversation.Flood;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.messaging.IncomingFiles;
import pl.soclab.webinarbot.messaging.MessageEditor;
import pl.soclab.webinarbot.messaging.Messenger;
import pl.soclab.webinarbot.messaging.PacedMessenger;

/**
 * The bot on Telegram, from {@link #start} to {@link #close}. It needs the tables {@code inbox} and
 * {@code duty} of {@code db/migration}. Telegram may be out of reach, the token may be wrong: the
 * program runs on, the log says what to mend, and {@link #status} tells the health check. Of
 * several bots with one token and one database, one is on duty and the others stand by.
 */
public final class TelegramBot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);

  /** Telegram repeats an update for 24 hours at most (Bot API, {@code getUpdates}). */
  private static final Duration KNOWN_FOR = Duration.ofDays(2);

  private static final Duration TICK = Duration.ofSeconds(15);
  private static final Duration FORGETTING = Duration.ofHours(1);

  /** What other instances received is found after half of it on average; nobody notices that. */
  private static final Duration LOOK_FOR_OTHERS = Duration.ofMillis(100);

  private final InstantSource clock;
  private final Timing timing;
  private final Inbox inbox;
  private final boolean alone;
  private final Duty duty;
  private final TelegramSettings settings;
  private final StopSignal stopIntake = new StopSignal();
  private final StopSignal stopTurns = new StopSignal();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("telegram-timer").factory());
  private final HttpClients http;
  private final MenuSetter menu;
  private final TelegramMessenger messenger;
  private final TelegramFiles files;
  private final TelegramMetrics metrics;
  private final Reception reception;
  private final Intake intake;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Wires the bot; nothing runs yet.
   *
   * @param settings which bot, and where its Bot API answers
   * @param conversation answers the residents
   * @param flood what is done about a chat that writes too much
   * @param menus the commands that Telegram shows beside the text field
   * @param database where the inbox is; its migrations have run
   * @param alone whether no other program can have that database open, as with a file of H2
   * @param clock dates what is stored and polled; waits and limits follow the machine's own time
   * @param meters where the bot counts
   */
  public TelegramBot(
      TelegramSettings settings,
      Conversation conversation,
      Flood flood,
      Menus menus,
      DataSource database,
      boolean alone,
      InstantSource clock,
      MeterRegistry meters) {
    this(
        settings,
        conversation,
        flood,
        menus,
        Place.in(database, alone, DutyTiming.standard()),
        clock,
        meters,
        Timing.standard());
  }

  TelegramBot(
      TelegramSettings settings,
      Conversation conversation,
      Flood flood,
      Menus menus,
      Place place,
      InstantSource clock,
      MeterRegistry meters,
      Timing timing) {
    this.settings = settings;
    this.inbox = place.inbox();
    this.alone = place.alone();
    this.clock = clock;
    this.timing = timing;
    duty = new Duty(place.roster(), alone, place.timing());
    metrics = new TelegramMetrics(meters);
    http = new HttpClients(timing.longPoll());
    var mapper = BotApi.mapper();
    TelegramClient client =
        new OkHttpTelegramClient(mapper, http.sending(), settings.token(), address(settings));
    menu = new MenuSetter(new BotApi(settings, http.polling(), mapper), settings, menus);
    var pacer = new Pacer(TimeMeter.SYSTEM_NANOTIME, stopTurns, settings.messagesPerSecond());
    var outage = new Outage(this::answers, TimeMeter.SYSTEM_NANOTIME, timing.firstBackOff());
    messenger = new TelegramMessenger(client, pacer, new SendOutcomes(settings), outage, metrics);
    files = new TelegramFiles(settings, http.files(), mapper, stopTurns, timing.firstBackOff());
    var typing = new Typing(client, timer, timing.typingAfter(), settings);
    var replies = new ReplySender(messenger, stopTurns, timing);
    var turns =
        new TurnHandler(
            conversation, flood, inbox, replies, typing, metrics, clock, stopTurns, timing);
    reception =
        new Reception(
            inbox, duty, mapper, menu, new FloodGate(flood), typing, turns::handle, metrics, clock);
    intake = intake(new BotApi(settings, http.polling(), mapper));
    metrics.watch(this::answerAgeSeconds, reception::held, duty::isHeld);
  }

  private Intake intake(BotApi api) {
    WebhookSettings webhook = settings.webhook();
    return webhook == null
        ? new LongPoller(api, reception, duty, stopIntake, timing, settings)
        : new WebhookIntake(api, webhook, reception, duty, stopIntake, timing, settings);
  }

  private boolean answers() {
    try {
      new BotApi(settings, http.sending(), BotApi.mapper()).call(new GetMe());
      return true;
    } catch (BotApi.RefusedException e) {
      // A gateway's fault may be dressed up as Telegram's.
      return e.code() < 500;
    } catch (IOException e) {
      return false;
    }
  }

  private static TelegramUrl address(TelegramSettings settings) {
    return TelegramUrl.builder()
        .schema(settings.api().getScheme())
        .host(settings.api().getHost())
        .port(settings.port())
        .build();
  }

  /**
   * Starts in the background and returns at once, whether Telegram is there or not.
   *
   * @throws IllegalStateException when called twice
   */
  public void start() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("The bot was started already");
    }
    duty.start(new Shift());
    intake.start();
    every(TICK, TICK, this::tick);
    if (settings.webhook() != null && !alone) {
      every(LOOK_FOR_OTHERS, LOOK_FOR_OTHERS, reception::wake);
    }
    every(Duration.ofSeconds(5), FORGETTING, this::forget);
  }

  /** The way out to any chat; usable at once. */
  public Messenger messenger() {
    return messenger;
  }

  /** The way to change what was sent; usable at once. */
  public MessageEditor editor() {
    return messenger;
  }

  /** The way out for broadcasts; usable at once. */
  public PacedMessenger pacedMessenger() {
    return messenger;
  }

  /** The way to files that were sent to the bot; usable at once. */
  public IncomingFiles files() {
    return files;
  }

  /**
   * A chat is shown other commands from now on ({@link Menus#special}). Returns at once; what
   * Telegram does not take is only a menu.
   */
  public void menuChanged(ChatId chat) {
    Thread.ofVirtual().name("menu").start(() -> changeMenu(chat));
  }

  private void changeMenu(ChatId chat) {
    try {
      menu.changed(chat);
    } catch (RuntimeException e) {
      LOG.warn("The menu of a chat could not be changed", e);
    }
  }

  /**
   * Where Telegram's deliveries go; usable at once, and until the process ends.
   *
   * @throws IllegalStateException where no webhook is set
   */
  public WebhookController webhook() {
    WebhookSettings webhook = settings.webhook();
    if (webhook == null) {
      throw new IllegalStateException("This bot polls");
    }
    return new WebhookController(webhook, reception, metrics);
  }

  /** As {@link Reception#delivered}. */
  boolean delivered(byte[] update) {
    return reception.delivered(update);
  }

  /** How the bot stands with Telegram just now. */
  public TelegramStatus status() {
    Identity bot = reception.identity();
    Duration age = intake.age();
    // Told by the clock of now: the preview's clock may have been moved since that poll.
    Instant lastPoll = age == null ? null : clock.instant().minus(age);
    return new TelegramStatus(intake.state(), lastPoll, backlog(), bot == null ? null : bot.name());
  }

  private long backlog() {
    try {
      return inbox.backlog();
    } catch (RuntimeException e) {
      LOG.debug("The inbox cannot be counted", e);
      return -1;
    }
  }

  /**
   * Stops within five seconds: running turns end, what waits stays in the inbox, and another
   * instance is on duty.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    stopIntake.raise();
    intake.interrupt();
    Dispatcher running = reception.stop();
    if (running != null) {
      boolean idle = running.awaitIdle(timing.grace());
      stopTurns.raise();
      if (!idle && !running.awaitIdle(Duration.ofMillis(500))) {
        http.cancelAll();
        running.awaitIdle(Duration.ofSeconds(1));
      }
    }
    stopTurns.raise();
    duty.close();
    timer.shutdownNow();
    http.close();
  }

  private final class Shift implements DutyWatcher {
    @Override
    public void taken() {
      // Not on the thread that keeps the place: a look waits for the database.
      timer.execute(guarded(reception::wake));
    }

    @Override
    public void lost() {
      intake.interrupt();
    }
  }

  private void tick() {
    intake.watch();
    reception.wake();
  }

  private void forget() {
    int forgotten = inbox.forgetHandledBefore(clock.instant().minus(KNOWN_FOR));
    LOG.debug("{} handled updates were forgotten", forgotten);
  }

  private void every(Duration first, Duration period, Runnable task) {
    var _ =
        timer.scheduleWithFixedDelay(
            guarded(task), first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        // An exception would end the schedule in silence.
        LOG.error("A scheduled task of the Telegram room broke", e);
      }
    };
  }

  private double answerAgeSeconds() {
    Duration age = intake.age();
    return age == null ? Double.NaN : age.toMillis() / 1000.0;
  }
}
