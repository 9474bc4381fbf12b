package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** The chat page. */
final class Page {
  Page(World world, PreviewSettings settings) {}

  void handle(HttpExchange exchange) throws IOException {
    Reply.refused(404, "Not Found", Map.of()).send(exchange);
  }
}
