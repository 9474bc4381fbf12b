package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer over HTTP. */
record Reply(int status, String contentType, Bytes body, Map<String, String> headers) {
  static Reply text(int status, String contentType, String text) {
    return new Reply(status, contentType + "; charset=utf-8", Bytes.utf8(text), Map.of());
  }

  static Reply json(int status, JsonNode json) {
    return new Reply(status, "application/json", Bytes.utf8(Json.write(json)), Map.of());
  }

  /** The Bot API's envelope of what went well. */
  static Reply ok(JsonNode result) {
    ObjectNode json = Json.object().put("ok", true);
    json.set("result", result);
    return json(200, json);
  }

  /** The Bot API's envelope of a refusal. */
  static Reply refused(int code, String description, Map<String, Long> parameters) {
    ObjectNode json =
        Json.object().put("ok", false).put("error_code", code).put("description", description);
    if (!parameters.isEmpty()) {
      ObjectNode details = json.putObject("parameters");
      parameters.forEach(details::put);
    }
    return json(code, json);
  }

  void send(HttpExchange exchange) throws IOException {
    prepare(exchange);
    if (exchange.getRequestMethod().equals("HEAD") || body.length() == 0) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length());
      try (OutputStream out = exchange.getResponseBody()) {
        body.writeTo(out, body.length());
      }
    }
    exchange.close();
  }

  /** Sends half of the body and drops the connection. */
  void sendHalf(HttpExchange exchange) throws IOException {
    prepare(exchange);
    exchange.sendResponseHeaders(status, body.length());
    body.writeTo(exchange.getResponseBody(), body.length() / 2);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private void prepare(HttpExchange exchange) {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
  }
}
