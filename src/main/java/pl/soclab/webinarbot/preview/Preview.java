package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running stand-in for Telegram: one server on 127.0.0.1 with the Bot API and the chat page. All
 * is in memory; a new start begins anew.
 */
public final class Preview implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final World world;
  private final Residents residents;
  private final String token;

  private Preview(HttpServer server, ExecutorService threads, PreviewSettings settings) {
    this.server = server;
    this.threads = threads;
    this.token = settings.token();
    this.world = new World(settings);
    this.residents = new Residents(world);
    server.createContext("/", new Gate(new BotApi(world, token), new Page(world, settings)));
    server.setExecutor(threads);
  }

  /**
   * Starts.
   *
   * @throws IllegalStateException if the port is taken; it says which and how to choose another
   */
  public static Preview start(PreviewSettings settings) {
    // Without it small answers wait 40 ms for the client's acknowledgement (Nagle's algorithm).
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = bind(settings.port());
    var preview = new Preview(server, Executors.newVirtualThreadPerTaskExecutor(), settings);
    server.start();
    return preview;
  }

  private static HttpServer bind(int port) {
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    try {
      return HttpServer.create(address, 0);
    } catch (BindException e) {
      throw new IllegalStateException(
          "Port "
              + port
              + " on 127.0.0.1 is taken by another program. Stop it, or choose another"
              + " port of the preview in the settings (0 takes any free one).",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("The preview cannot listen on port " + port, e);
    }
  }

  /** Where the Bot API is, e.g. {@code http://127.0.0.1:8080}, without the token. */
  public URI botApi() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The page for people. */
  public URI page() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** The only token that the Bot API takes. */
  public String token() {
    return token;
  }

  /** The clock that the page moves. */
  public PreviewClock clock() {
    return world.clock;
  }

  /** The people and groups, for tests. */
  public Residents residents() {
    return residents;
  }

  /** What the bot did, for tests. */
  public SentLog log() {
    return world.log;
  }

  /** What goes wrong, for tests. */
  public Faults faults() {
    return world.faults;
  }

  /** Ends all connections, those that wait for updates too. */
  @Override
  public void close() {
    world.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
