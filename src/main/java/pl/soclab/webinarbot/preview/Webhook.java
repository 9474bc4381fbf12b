package pl.soclab.webinarbot.preview;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends updates to the address that the bot gave, one by one, each again until it is taken (an
 * answer of 2xx). Unlike the real one it takes {@code http} addresses of this machine.
 */
final class Webhook {
  private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Monitor monitor;
  private final Updates updates;
  private final InstantSource clock;
  private final HttpClient http = HttpClient.newHttpClient();

  private String url = "";
  private String secret = "";
  private int maxConnections;
  private @Nullable String lastError;
  private long lastErrorAt;

  /** Which delivery is the one that runs: one that was replaced ends. */
  private int generation;

  Webhook(Monitor monitor, Updates updates, InstantSource clock) {
    this.monitor = monitor;
    this.updates = updates;
    this.clock = clock;
  }

  /** {@code setWebhook}; an empty address ends it, as in the real API. */
  void set(Params params) {
    String address = params.text("url").strip();
    String newSecret = params.text("secret_token");
    if (!address.isEmpty()) {
      check(address, newSecret);
    }
    // Several instances of a bot set the same address; that changes nothing.
    boolean isNew = monitor.read(() -> !url.equals(address) || !secret.equals(newSecret));
    monitor.run(
        () -> {
          generation += isNew ? 1 : 0;
          url = address;
          secret = newSecret;
          maxConnections = address.isEmpty() ? 0 : params.integer("max_connections", 40, 1, 100);
          lastError = null;
          updates.allow(params.json("allowed_updates"));
          updates.webhook(address);
          if (params.flag("drop_pending_updates")) {
            updates.clear();
          }
        });
    if (!address.isEmpty() && isNew) {
      int own = monitor.read(() -> generation);
      Thread.ofVirtual().name("preview-webhook").start(() -> deliver(own, address, newSecret));
    }
  }

  /** {@code deleteWebhook}. */
  void delete(Params params) {
    monitor.run(
        () -> {
          generation++;
          url = "";
          updates.webhook("");
          if (params.flag("drop_pending_updates")) {
            updates.clear();
          }
        });
  }

  private static void check(String address, String secret) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("invalid webhook URL specified");
    }
    String host = String.valueOf(uri.getHost());
    boolean local = Set.of("localhost", "127.0.0.1").contains(host);
    if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && local)) {
      throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    }
    if (secret.length() > 256) {
      throw Refusal.badRequest("secret token is too long");
    }
    if (!secret.matches("[A-Za-z0-9_-]*")) {
      throw Refusal.badRequest("secret token contains unallowed characters");
    }
  }

  private boolean current(int own) {
    return monitor.read(() -> generation == own);
  }

  private void deliver(int own, String address, String itsSecret) {
    Duration pause = FIRST_PAUSE;
    while (!monitor.closed() && current(own)) {
      ObjectNode update =
          monitor.await(
              LONGEST_ANSWER,
              () -> {
                ObjectNode oldest = updates.oldestFor(address);
                return current(own) ? oldest : Json.object();
              });
      if (update == null || update.isEmpty()) {
        continue;
      }
      String error = send(address, itsSecret, Json.write(update));
      if (error == null) {
        updates.taken(update);
        pause = FIRST_PAUSE;
      } else {
        failed(error);
        sleep(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
      }
    }
  }

  private void sleep(Duration pause) {
    monitor.pause(pause);
  }

  private void failed(String error) {
    monitor.run(
        () -> {
          lastError = error;
          lastErrorAt = clock.instant().getEpochSecond();
        });
  }

  /** Posts one update; null if it was taken, else what went wrong. */
  private @Nullable String send(String address, String itsSecret, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(LONGEST_ANSWER)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!itsSecret.isEmpty()) {
      request.header(SECRET_HEADER, itsSecret);
    }
    try {
      HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
      boolean taken = answer.statusCode() / 100 == 2;
      return taken ? null : "Wrong response from the webhook: " + answer.statusCode();
    } catch (IOException e) {
      return "Connection failed: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "Connection closed";
    }
  }

  /** {@code WebhookInfo} of the Bot API. */
  ObjectNode info() {
    return monitor.read(
        () -> {
          ObjectNode json =
              Json.object()
                  .put("url", url)
                  .put("has_custom_certificate", false)
                  .put("pending_update_count", updates.waiting());
          if (lastError != null) {
            json.put("last_error_date", lastErrorAt).put("last_error_message", lastError);
          }
          if (!url.isEmpty()) {
            json.put("max_connections", maxConnections).put("ip_address", "127.0.0.1");
          }
          Set<String> allowed = updates.allowed();
          if (allowed != null) {
            ArrayNode types = json.putArray("allowed_updates");
            allowed.stream().sorted().forEach(types::add);
          }
          return json;
        });
  }

  void close() {
    http.shutdownNow();
  }
}
