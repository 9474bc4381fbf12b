package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Bot API over HTTP: {@code /bot<token>/<method>} and {@code /file/bot<token>/<path>}. */
final class BotApi {
  private static final Pattern METHOD = Pattern.compile("/bot([^/]+)/([A-Za-z]+)/?");
  private static final Pattern FILE = Pattern.compile("/file/bot([^/]+)/(.+)");

  private final World world;
  private final String token;
  private final ApiMethods methods;

  BotApi(World world, String token) {
    this.world = world;
    this.token = token;
    this.methods = new ApiMethods(world);
  }

  void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Matcher file = FILE.matcher(path);
    Matcher method = METHOD.matcher(path);
    if (file.matches()) {
      Fault fault = world.faults.take(Faults.DOWNLOAD, null);
      respond(exchange, fault, () -> download(file.group(1), file.group(2)));
    } else if (!method.matches()) {
      Reply.refused(404, "Not Found", Map.of()).send(exchange);
    } else if (!method.group(1).equals(token)) {
      Reply.refused(401, "Unauthorized", Map.of()).send(exchange);
    } else {
      call(exchange, method.group(2));
    }
  }

  private Reply download(String itsToken, String path) {
    if (!itsToken.equals(token)) {
      return Reply.refused(401, "Unauthorized", Map.of());
    }
    return world
        .files
        .atPath(path)
        .map(file -> new Reply(200, "application/octet-stream", file.content(), Map.of()))
        .orElseGet(() -> Reply.refused(404, "Not Found", Map.of()));
  }

  private void call(HttpExchange exchange, String method) throws IOException {
    Params params;
    try {
      params = Requests.read(exchange);
    } catch (Refusal refusal) {
      refused(refusal).send(exchange);
      return;
    }
    world.log.called(method, params);
    Fault fault = world.faults.take(method, params.number("chat_id"));
    respond(exchange, fault, () -> answer(method, params));
  }

  private void respond(HttpExchange exchange, @Nullable Fault fault, Supplier<Reply> answer)
      throws IOException {
    switch (fault) {
      case null -> answer.get().send(exchange);
      case Fault.Refused refused ->
          Reply.refused(refused.code(), refused.description(), refused.parameters()).send(exchange);
      case Fault.ErrorPage page -> errorPage(page.status()).send(exchange);
      case Fault.Delayed delayed -> {
        world.monitor.pause(delayed.by());
        answer.get().send(exchange);
      }
      case Fault.DroppedBefore ignored -> exchange.close();
      case Fault.DroppedAfter ignored -> {
        Reply _ = answer.get();
        exchange.close();
      }
      case Fault.HalfAnswer ignored -> answer.get().sendHalf(exchange);
    }
  }

  private static Reply errorPage(int status) {
    return Reply.text(
        status,
        "text/html",
        "<html><head><title>"
            + status
            + "</title></head><body><h1>"
            + status
            + "</h1><hr>nginx</body></html>");
  }

  private Reply answer(String method, Params params) {
    try {
      return Reply.ok(methods.call(method, params));
    } catch (Refusal refusal) {
      return refused(refusal);
    }
  }

  private static Reply refused(Refusal refusal) {
    return Reply.refused(refusal.code(), refusal.description(), refusal.parameters());
  }
}
