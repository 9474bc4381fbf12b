package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the parameters of a request, in every way that the Bot API takes them. */
final class Requests {
  /** Telegram's limit of an upload is 50 MB. */
  private static final int MOST_BYTES = 50 * 1024 * 1024;

  private Requests() {}

  /**
   * Reads query and body.
   *
   * @throws Refusal 400 if the body cannot be read, 413 if it is too big
   */
  static Params read(HttpExchange exchange) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Params.Upload> uploads = new LinkedHashMap<>();
    form(exchange.getRequestURI().getRawQuery(), values);
    byte[] body = body(exchange);
    String type = contentType(exchange);
    String kind = type.toLowerCase(Locale.ROOT);
    if (body.length == 0) {
      return new Params(values, uploads);
    }
    if (kind.startsWith("application/json")) {
      json(new String(body, StandardCharsets.UTF_8), values);
    } else if (kind.startsWith("multipart/form-data")) {
      Multipart.read(body, type, values, uploads);
    } else if (kind.startsWith("application/x-www-form-urlencoded")) {
      form(new String(body, StandardCharsets.UTF_8), values);
    }
    return new Params(values, uploads);
  }

  static byte[] body(HttpExchange exchange) throws IOException {
    return body(exchange, MOST_BYTES);
  }

  /**
   * Reads the body.
   *
   * @throws Refusal 413 if it is longer than {@code most} bytes
   */
  static byte[] body(HttpExchange exchange, int most) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(most + 1);
    if (body.length > most) {
      throw new Refusal(413, "Request Entity Too Large", Map.of());
    }
    return body;
  }

  static String contentType(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type == null ? "" : type;
  }

  static void form(@Nullable String text, Map<String, String> values) {
    if (text == null || text.isEmpty()) {
      return;
    }
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      values.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("can't decode the request's URL encoding");
    }
  }

  private static void json(String text, Map<String, String> values) {
    JsonNode json;
    try {
      json = Json.read(text);
    } catch (JacksonException e) {
      throw Refusal.badRequest("can't parse JSON object");
    }
    if (!json.isObject()) {
      throw Refusal.badRequest("expected a JSON object");
    }
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      JsonNode value = field.getValue();
      if (!value.isNull()) {
        values.put(field.getKey(), value.isContainer() ? Json.write(value) : value.asString());
      }
    }
  }
}
