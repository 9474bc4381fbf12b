package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only those who name this machine as the host and come from its own page: a strange site
 * open in the same browser could otherwise reach the preview (DNS rebinding, forged requests).
 */
final class Gate implements HttpHandler {
  private static final Logger LOG = System.getLogger(Gate.class.getName());

  private final BotApi botApi;
  private final Page page;

  Gate(BotApi botApi, Page page) {
    this.botApi = botApi;
    this.page = page;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      if (!admitted(exchange)) {
        Reply.refused(403, "Forbidden: only this machine's own page may ask", Map.of())
            .send(exchange);
      } else if (exchange.getRequestURI().getPath().matches("/(file/)?bot.*")) {
        botApi.handle(exchange);
      } else {
        page.handle(exchange);
      }
    } catch (IOException e) {
      exchange.close();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The preview failed on a request", e);
      Reply.refused(500, "Internal Server Error", Map.of()).send(exchange);
    }
  }

  private static boolean admitted(HttpExchange exchange) {
    int port = exchange.getLocalAddress().getPort();
    Set<String> hosts = Set.of("localhost", "127.0.0.1", "localhost:" + port, "127.0.0.1:" + port);
    String host = header(exchange, "Host");
    if (host == null || !hosts.contains(host)) {
      return false;
    }
    String origin = header(exchange, "Origin");
    return origin == null
        || (origin.startsWith("http://") && hosts.contains(origin.substring("http://".length())));
  }

  private static @Nullable String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }
}
