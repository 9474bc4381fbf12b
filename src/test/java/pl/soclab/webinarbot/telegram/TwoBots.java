package pl.soclab.webinarbot.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.preview.Preview;
import pl.soclab.webinarbot.preview.PreviewSettings;
import pl.soclab.webinarbot.preview.TestResident;

/**
 * Two bots on one database, and one stand-in for Telegram. Deliveries go to one and the other by
 * turns, as behind a proxy.
 */
final class TwoBots implements AutoCloseable {
  private static final Instant START = Instant.parse("2022-02-16T11:00:00Z");

  /** A tenth of those of production. */
  private static final DutyTiming TIMING =
      new DutyTiming(Duration.ofMillis(800), Duration.ofMillis(200), Duration.ofMillis(100));

  /** One of the two. */
  static final class Instance {
    final FakeConversation conversation = new FakeConversation();
    final AtomicBoolean cutOff = new AtomicBoolean();
    private final TelegramBot bot;

    private Instance(TelegramSettings settings, DataSource database, Preview preview) {
      Place place = Place.in(database, false, TIMING);
      bot =
          new TelegramBot(
              settings,
              conversation,
              new FakeFlood(),
              Menus.of(List.of()),
              new Place(
                  new FailingInbox(place.inbox(), cutOff),
                  new FailingRoster(place.roster(), cutOff),
                  false,
                  TIMING),
              preview.clock(),
              new SimpleMeterRegistry(),
              BotOnPreview.shortTiming());
    }

    TelegramBot bot() {
      return bot;
    }

    TelegramStatus.State state() {
      return bot.status().state();
    }
  }

  /** A roster that can be taken down. */
  private record FailingRoster(Roster roster, AtomicBoolean down) implements Roster {
    private Roster reached() {
      if (down.get()) {
        throw new IllegalStateException("The database is down");
      }
      return roster;
    }

    @Override
    public boolean take() {
      return reached().take();
    }

    @Override
    public void seize() {
      reached().seize();
    }

    @Override
    public void giveBack() {
      reached().giveBack();
    }
  }

  final Preview preview = Preview.start(PreviewSettings.startingAt(START).onPort(0));
  final Instance first;
  final Instance second;
  private final @Nullable HttpServer proxy;
  private final AtomicInteger turn = new AtomicInteger();

  private TwoBots(DataSource database, boolean delivered) {
    proxy = delivered ? proxy() : null;
    TelegramSettings settings = new TelegramSettings(preview.token(), preview.botApi());
    if (proxy != null) {
      URI address = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/hook");
      settings = settings.with(WebhookSettings.of(address, preview.token()));
    }
    first = new Instance(settings, database, preview);
    second = new Instance(settings, database, preview);
  }

  /** Both poll, or rather one of them; nothing runs yet. */
  static TwoBots polling(DataSource database) {
    return new TwoBots(database, false);
  }

  /** Telegram delivers to both; nothing runs yet. */
  static TwoBots delivered(DataSource database) {
    return new TwoBots(database, true);
  }

  private HttpServer proxy() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/hook", this::pass);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To the one whose turn it is; what it cannot store goes to the other. */
  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Instance chosen = turn.getAndIncrement() % 2 == 0 ? first : second;
    Instance other = chosen == first ? second : first;
    boolean stored = stores(chosen, body) || stores(other, body);
    exchange.sendResponseHeaders(stored ? 200 : 503, -1);
    exchange.close();
  }

  private static boolean stores(Instance instance, byte[] body) {
    try {
      return instance.bot().delivered(body);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Starts the first, and the second once the first is on duty. */
  TwoBots start() {
    first.bot().start();
    Eventually.eventually(() -> assertState(first, TelegramStatus.State.CONNECTED));
    second.bot().start();
    Eventually.eventually(() -> assertState(second, TelegramStatus.State.STANDBY));
    return this;
  }

  static void assertState(Instance instance, TelegramStatus.State state) {
    if (instance.state() != state) {
      throw new AssertionError("Expected " + state + " but it is " + instance.state());
    }
  }

  TestResident anna() {
    return preview.residents().named("Anna");
  }

  TestResident bartek() {
    return preview.residents().named("Bartek");
  }

  @Override
  public void close() {
    first.cutOff.set(false);
    second.cutOff.set(false);
    first.bot().close();
    second.bot().close();
    if (proxy != null) {
      proxy.stop(0);
    }
    preview.close();
  }
}
