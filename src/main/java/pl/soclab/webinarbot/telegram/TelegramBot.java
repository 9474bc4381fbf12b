package pl.soclab.webinarbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.jspecify.annotations.Nullable;
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
 * The bot on Telegram, from {@link #start} to {@link #close}. It needs the table {@code inbox} of
 * {@code db/migration}. Telegram may be out of reach, the token may be wrong: the program runs on,
 * the log says what to mend, and {@link #status} tells the health check.
 */
public final class TelegramBot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);

  /** Telegram repeats an update for 24 hours at most (Bot API, {@code getUpdates}). */
  private static final Duration KNOWN_FOR = Duration.ofDays(2);

  private static final Duration TICK = Duration.ofSeconds(15);
  private static final Duration FORGETTING = Duration.ofHours(1);

  private final InstantSource clock;
  private final Timing timing;
  private final Inbox inbox;
  private final TelegramSettings settings;
  private final TelegramMetrics metrics;
  private final ObjectMapper mapper = new ObjectMapper();
  private final StopSignal stopPolling = new StopSignal();
  private final StopSignal stopTurns = new StopSignal();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("telegram-timer").factory());
  private final HttpClients http;
  private final BotApi api;
  private final MenuSetter menu;
  private final TelegramMessenger messenger;
  private final TelegramFiles files;
  private final Typing typing;
  private final TurnHandler turns;
  private final FloodGate gate;
  private final LongPoller poller;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable Identity identity;
  private volatile @Nullable Dispatcher dispatcher;

  /**
   * Wires the bot; nothing runs yet.
   *
   * @param settings which bot, and where its Bot API answers
   * @param conversation answers the residents
   * @param flood what is done about a chat that writes too much
   * @param menus the commands that Telegram shows beside the text field
   * @param database where the inbox is; its migrations have run
   * @param clock dates what is stored and polled; waits and limits follow the machine's own time
   * @param meters where the bot counts
   */
  public TelegramBot(
      TelegramSettings settings,
      Conversation conversation,
      Flood flood,
      Menus menus,
      DataSource database,
      InstantSource clock,
      MeterRegistry meters) {
    this(
        settings,
        conversation,
        flood,
        menus,
        new JdbcInbox(database),
        clock,
        meters,
        Timing.standard());
  }

  TelegramBot(
      TelegramSettings settings,
      Conversation conversation,
      Flood flood,
      Menus menus,
      Inbox inbox,
      InstantSource clock,
      MeterRegistry meters,
      Timing timing) {
    this.settings = settings;
    this.inbox = inbox;
    this.clock = clock;
    this.timing = timing;
    metrics = new TelegramMetrics(meters);
    http = new HttpClients(timing.longPoll());
    TelegramClient client =
        new OkHttpTelegramClient(mapper, http.sending(), settings.token(), address(settings));
    api = new BotApi(settings, http.polling(), mapper);
    menu = new MenuSetter(new BotApi(settings, http.polling(), mapper), settings, menus);
    var pacer = new Pacer(TimeMeter.SYSTEM_NANOTIME, stopTurns, settings.messagesPerSecond());
    var outage = new Outage(this::answers, TimeMeter.SYSTEM_NANOTIME, timing.firstBackOff());
    messenger = new TelegramMessenger(client, pacer, new SendOutcomes(settings), outage, metrics);
    files = new TelegramFiles(settings, http.files(), mapper, stopTurns, timing.firstBackOff());
    typing = new Typing(client, timer, timing.typingAfter(), settings);
    var replies = new ReplySender(messenger, stopTurns, timing);
    turns =
        new TurnHandler(
            conversation, flood, inbox, replies, typing, metrics, clock, stopTurns, timing);
    gate = new FloodGate(flood);
    poller = new LongPoller(api, new Arrivals(), stopPolling, timing, settings);
    metrics.watch(this::pollAgeSeconds, this::held);
  }

  private boolean answers() {
    try {
      new BotApi(settings, http.sending(), mapper).call(new GetMe());
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
   * Starts polling in the background and returns at once, whether Telegram is there or not.
   *
   * @throws IllegalStateException when called twice
   */
  public void start() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("The bot was started already");
    }
    poller.start();
    every(TICK, TICK, this::tick);
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

  /** How the bot stands with Telegram just now. */
  public TelegramStatus status() {
    Identity bot = identity;
    Duration age = poller.pollAge();
    // Told by the clock of now: the preview's clock may have been moved since that poll.
    Instant lastPoll = age == null ? null : clock.instant().minus(age);
    return new TelegramStatus(poller.state(), lastPoll, backlog(), bot == null ? null : bot.name());
  }

  private long backlog() {
    try {
      return inbox.backlog();
    } catch (RuntimeException e) {
      LOG.debug("The inbox cannot be counted", e);
      return -1;
    }
  }

  /** Stops within five seconds: running turns end, what waits stays in the inbox. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    stopPolling.raise();
    api.cancel();
    Dispatcher running = dispatcher;
    if (running != null) {
      running.stop();
      boolean idle = running.awaitIdle(timing.grace());
      stopTurns.raise();
      if (!idle && !running.awaitIdle(Duration.ofMillis(500))) {
        http.cancelAll();
        running.awaitIdle(Duration.ofSeconds(1));
      }
    }
    stopTurns.raise();
    timer.shutdownNow();
    http.close();
  }

  /** What the poller brings. */
  private final class Arrivals implements LongPoller.Listener {
    private final UpdateBatch batch = new UpdateBatch(mapper, metrics);

    @Override
    public void connected(Identity bot) {
      identity = bot;
      menu.set();
      if (dispatcher == null) {
        dispatcher =
            new Dispatcher(
                inbox, new UpdateReader(mapper, bot), gate, typing, turns::handle, metrics, clock);
      }
      wake();
    }

    @Override
    public void arrived(JsonNode updates) {
      metrics.taken(inbox.store(batch.read(updates), clock.instant()));
      wake();
      menu.seen(updates);
    }
  }

  private void wake() {
    Dispatcher running = dispatcher;
    if (running != null && !closed.get()) {
      running.wake();
    }
  }

  private void tick() {
    poller.watch();
    wake();
  }

  private void forget() {
    int forgotten = inbox.forgetHandledBefore(clock.instant().minus(KNOWN_FOR));
    LOG.debug("{} handled updates were forgotten", forgotten);
  }

  private void every(Duration first, Duration period, Runnable task) {
    Runnable guarded =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            // An exception would end the schedule in silence.
            LOG.error("A scheduled task of the Telegram room broke", e);
          }
        };
    var _ =
        timer.scheduleWithFixedDelay(
            guarded, first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private double pollAgeSeconds() {
    Duration age = poller.pollAge();
    return age == null ? Double.NaN : age.toMillis() / 1000.0;
  }

  private int held() {
    Dispatcher running = dispatcher;
    return running == null ? 0 : running.held();
  }
}
