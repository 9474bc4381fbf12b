package pl.soclab.webinarbot.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls a preview's Bot API over real HTTP, as a bot does. */
final class ApiClient implements AutoCloseable {
  static final Instant START = Instant.parse("2022-02-16T11:00:00Z");
  static final Duration SOON = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Preview preview;

  ApiClient(Preview preview) {
    this.preview = preview;
  }

  static Preview preview() {
    return Preview.start(PreviewSettings.startingAt(START).onPort(0));
  }

  URI method(String name) {
    return URI.create(preview.botApi() + "/bot" + preview.token() + "/" + name);
  }

  /** Calls a method with JSON in single quotes; the whole envelope. */
  JsonNode call(String method, String json) {
    return Json.read(post(method, "application/json", json.replace('\'', '"')).body());
  }

  /** Calls a method that goes well; its result. */
  JsonNode result(String method, String json) {
    JsonNode envelope = call(method, json);
    if (!envelope.path("ok").asBoolean()) {
      throw new AssertionError(method + " was refused: " + envelope);
    }
    return envelope.path("result");
  }

  /** Calls a method that is refused; "code description". */
  String refusal(String method, String json) {
    JsonNode envelope = call(method, json);
    return envelope.path("error_code").asInt() + " " + envelope.path("description").asString();
  }

  /** A message's text; the call's other fields follow in {@code more}. */
  JsonNode send(long chat, String text, String more) {
    ObjectNode json = Json.object().put("chat_id", chat).put("text", text);
    String whole = Json.write(json);
    return Json.read(
        post(
                "sendMessage",
                "application/json",
                whole.substring(0, whole.length() - 1)
                    + (more.isEmpty() ? "" : "," + more.replace('\'', '"'))
                    + "}")
            .body());
  }

  /** Sends a file of which only the name says what it is, as bots do. */
  void sendDocument(long chat, String name, String content) {
    String part = "\r\n--granica\r\nContent-Disposition: form-data; name=";
    String body =
        part
            + "\"chat_id\"\r\n\r\n"
            + chat
            + part
            + "\"document\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            + content
            + "\r\n--granica--\r\n";
    var sent = post("sendDocument", "multipart/form-data; boundary=granica", body);
    if (sent.statusCode() != 200) {
      throw new AssertionError("sendDocument was refused: " + sent.body());
    }
  }

  HttpResponse<String> post(String method, String contentType, String body) {
    return exchange(
        HttpRequest.newBuilder(method(method))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build());
  }

  HttpResponse<String> get(URI uri) {
    return exchange(HttpRequest.newBuilder(uri).build());
  }

  HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    preview.close();
  }
}
