package pl.soclab.webinarbot.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A stand-in for the Bot API that hands out whatever it is given, and takes no message that
 * Telegram would not take.
 */
public final class HostileTelegram implements AutoCloseable {
  private static final int POLL_SECONDS = 1;
  private static final int BATCH = 100;
  private static final int TEXT = 4096;
  private static final int DATA = 64;
  private static final Pattern MARKUP =
      Pattern.compile("(?:[^<>&]|&(?:amp|lt|gt|quot);|<b>[^<>]*+</b>|<code>[^<>]*+</code>)*+");
  private static final Pattern TAG = Pattern.compile("</?(?:b|code)>");

  private final ObjectMapper mapper = HostileUpdates.MAPPER;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<ObjectNode> updates = new LinkedBlockingQueue<>();
  private final List<ObjectNode> unconfirmed = new CopyOnWriteArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  public HostileTelegram() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Puts an update where the bot fetches it. */
  public void deliver(ObjectNode update) {
    updates.add(update);
  }

  /** How many updates the bot has not confirmed. */
  public int left() {
    return updates.size() + unconfirmed.size();
  }

  /** How many messages have arrived. */
  public long sent() {
    return sent.get();
  }

  /** Why messages were not taken. */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      String result =
          switch (path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)) {
            case "getme" ->
                "{\"id\":%d,\"is_bot\":true,\"first_name\":\"Bot\",\"username\":\"attacked_bot\"}"
                    .formatted(HostileUpdates.BOT);
            case "getupdates" -> poll(mapper.readTree(body).path("offset").asInt());
            case "sendmessage" -> message(mapper.readTree(body));
            case "senddocument" -> taken(0);
            default -> "true";
          };
      byte[] answer =
          (result.isEmpty()
                  ? "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: refused\"}"
                  : "{\"ok\":true,\"result\":" + result + "}")
              .getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** As Telegram: what is not confirmed comes again. */
  private synchronized String poll(int offset) {
    unconfirmed.removeIf(update -> update.path("update_id").asInt() < offset);
    List<ObjectNode> batch = new ArrayList<>(unconfirmed);
    try {
      if (!batch.isEmpty()) {
        return mapper.writeValueAsString(batch);
      }
      ObjectNode first = updates.poll(POLL_SECONDS, TimeUnit.SECONDS);
      if (first != null) {
        batch.add(first);
        updates.drainTo(batch, BATCH - 1);
      }
      unconfirmed.addAll(batch);
      return mapper.writeValueAsString(batch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "[]";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An update could not be written", e);
    }
  }

  private String message(JsonNode message) {
    String html = message.path("text").asText();
    String text = TAG.matcher(html).replaceAll("");
    int length = text.replaceAll("&\\w+;", "x").length();
    if (!MARKUP.matcher(html).matches()) {
      refused.add("not Telegram's HTML: " + html);
      return "";
    }
    if (text.isBlank() || length > TEXT) {
      refused.add("a text of " + length + " characters");
      return "";
    }
    for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
      for (JsonNode button : row) {
        String data = button.path("callback_data").asText();
        if (data.isEmpty() || data.getBytes(UTF_8).length > DATA || button.has("url")) {
          refused.add("a button with " + button);
          return "";
        }
      }
    }
    return taken(message.path("chat_id").asLong());
  }

  private String taken(long chat) {
    return "{\"message_id\":%d,\"date\":1645009200,\"chat\":{\"id\":%d,\"type\":\"private\"},\"text\":\"-\"}"
        .formatted(sent.incrementAndGet(), chat);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
