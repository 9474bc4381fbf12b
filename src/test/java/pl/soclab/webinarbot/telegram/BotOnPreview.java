package pl.soclab.webinarbot.telegram;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import pl.soclab.webinarbot.conversation.MenuCommand;
import pl.soclab.webinarbot.database.TestDatabases;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.preview.Faults;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.PreviewSettings;
import pl.soclab.webinarbot.preview.SentLog;
import pl.soclab.webinarbot.preview.TestGroup;
import pl.soclab.webinarbot.preview.TestResident;

/**
 * A real bot that talks over HTTP to the stand-in for Telegram, with a database that outlives it.
 */
final class BotOnPreview implements AutoCloseable {
  private static final Instant START = Instant.parse("2022-02-16T11:00:00Z");
  private static final long NEVER_WROTE = 999_000_001L;
  private static final MenuCommand WHEN = new MenuCommand("kiedy", "Kiedy jest wydarzenie");
  private static final MenuCommand PLAN = new MenuCommand("plan", "Co zostanie wysłane");

  final FakeConversation conversation = new FakeConversation();
  final FakeFlood flood = new FakeFlood();
  final Preview preview;
  final DataSource database = TestDatabases.h2();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TelegramSettings settings;
  private final Timing timing;
  private volatile List<ChatId> special;
  private TelegramBot bot;

  private BotOnPreview(Preview preview, TelegramSettings settings) {
    this(preview, settings, shortTiming());
  }

  private BotOnPreview(Preview preview, TelegramSettings settings, Timing timing) {
    this.preview = preview;
    this.settings = settings;
    this.timing = timing;
    special = List.of(new ChatId(NEVER_WROTE), new ChatId(bartek().id()));
    bot = newBot(settings);
  }

  /** A bot that runs. */
  static BotOnPreview running() {
    BotOnPreview fixture = stopped();
    fixture.bot.start();
    return fixture;
  }

  /** A bot that is yet to be started. */
  static BotOnPreview stopped() {
    Preview preview = newPreview();
    return new BotOnPreview(preview, new TelegramSettings(preview.token(), preview.botApi()));
  }

  /** A bot with a token that Telegram does not know. */
  static BotOnPreview withToken(String token) {
    Preview preview = newPreview();
    return new BotOnPreview(preview, new TelegramSettings(token, preview.botApi()));
  }

  /** A bot whose Telegram is somewhere else. */
  static BotOnPreview withAddress(URI address) {
    Preview preview = newPreview();
    return new BotOnPreview(preview, new TelegramSettings(preview.token(), address));
  }

  private static Preview newPreview() {
    return Preview.start(PreviewSettings.startingAt(START).onPort(0));
  }

  /** A bot that gives a reply up when Telegram takes others and not this one for so long. */
  static BotOnPreview withReplyPatience(Duration patience) {
    Preview preview = newPreview();
    return new BotOnPreview(
        preview, new TelegramSettings(preview.token(), preview.botApi()), timing(patience));
  }

  /** The waits of production, a hundred times shorter. */
  static Timing shortTiming() {
    return timing(Duration.ofSeconds(10));
  }

  private static Timing timing(Duration replyPatience) {
    return new Timing(
        Duration.ofSeconds(1),
        Duration.ofMillis(20),
        Duration.ofMillis(200),
        Duration.ofMillis(50),
        Duration.ofMillis(50),
        Duration.ofMinutes(3),
        Duration.ofMillis(100),
        Duration.ofMillis(5),
        replyPatience,
        Duration.ofSeconds(1));
  }

  /** Their menus are others from the time when the bot is told so. */
  void special(Long... chats) {
    special = Arrays.stream(chats).map(ChatId::new).toList();
  }

  private TelegramBot newBot(TelegramSettings at) {
    return new TelegramBot(
        at,
        conversation,
        flood,
        menus(),
        Place.in(database, true, DutyTiming.standard()),
        preview.clock(),
        meters,
        timing);
  }

  /** Bartek has a menu of his own, and so has somebody whom Telegram does not know. */
  private Menus menus() {
    return new Menus(List.of(WHEN), () -> special, List.of(PLAN, WHEN));
  }

  TelegramBot bot() {
    return bot;
  }

  Inbox inbox() {
    return new JdbcInbox(database, "test");
  }

  /** Another process with the same database begins where this one ended. */
  void startAnew() {
    bot.close();
    bot = newBot(settings);
    bot.start();
  }

  TestResident anna() {
    return preview.residents().named("Anna");
  }

  TestResident bartek() {
    return preview.residents().named("Bartek");
  }

  TestGroup neighbours() {
    return preview.residents().group("Sąsiedzi");
  }

  SentLog log() {
    return preview.log();
  }

  Faults faults() {
    return preview.faults();
  }

  @Override
  public void close() {
    bot.close();
    preview.close();
  }
}
