package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page's live updates, as server-sent events (WHATWG HTML, "Server-sent events"). A page that
 * was away too long, or over a restart, is told to load anew.
 */
final class PageStream {
  /** A comment this often shows whether the page is still there. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

  private final World world;
  private final PageState state;

  PageStream(World world, PageState state) {
    this.world = world;
    this.state = state;
  }

  void handle(HttpExchange exchange) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    Requests.form(exchange.getRequestURI().getRawQuery(), query);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      long seen = seen(exchange, query);
      boolean sameRun = state.run().equals(query.get("run"));
      if (!sameRun || !world.events.reachesBackTo(seen)) {
        write(out, "event: reload\ndata: {}\n\n");
      } else {
        follow(out, seen);
      }
    } finally {
      exchange.close();
    }
  }

  private static long seen(HttpExchange exchange, Map<String, String> query) {
    String again = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    String number = again == null ? query.getOrDefault("after", "") : again;
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : Long.MAX_VALUE;
  }

  private void follow(OutputStream out, long from) throws IOException {
    long seen = from;
    write(out, "retry: 1000\n\n");
    while (!world.monitor.closed()) {
      List<PageEvents.Event> events = world.events.after(seen, SIGN_OF_LIFE);
      if (events.isEmpty()) {
        write(out, ": \n\n");
      }
      for (PageEvents.Event event : events) {
        seen = event.number();
        write(
            out, "id: " + seen + "\nevent: " + event.kind() + "\ndata: " + event.detail() + "\n\n");
      }
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
