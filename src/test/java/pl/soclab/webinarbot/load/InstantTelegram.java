package pl.soclab.webinarbot.load;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Bot API that takes everything at once and notes how long each reply took: from when the update
 * could be fetched until the first message to its chat arrived. The preview keeps every message and
 * draws every page, and would be measured itself.
 */
final class InstantTelegram implements AutoCloseable {
  private static final int BATCH = 100;
  private static final int BACKLOG = 1000;

  private final ObjectMapper mapper = new ObjectMapper();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<ObjectNode> updates = new LinkedBlockingQueue<>();
  private final ConcurrentHashMap<Long, Long> asked = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong arrived = new AtomicLong();
  private final HttpServer server;

  static {
    // Without these a small answer waits 40 ms for an acknowledgement, and an idle connection is
    // closed under the hands of the client.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
  }

  InstantTelegram() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A resident writes in the private chat. */
  void write(long chat, String text) {
    long number = written.incrementAndGet();
    ObjectNode update = mapper.createObjectNode().put("update_id", number);
    ObjectNode message =
        update
            .putObject("message")
            .put("message_id", number)
            .put("date", System.currentTimeMillis() / 1000)
            .put("text", text);
    message.putObject("chat").put("id", chat).put("type", "private").put("first_name", "Ala");
    message
        .putObject("from")
        .put("id", chat)
        .put("is_bot", false)
        .put("first_name", "Ala")
        .put("language_code", "pl");
    asked.put(chat, System.nanoTime());
    updates.add(update);
  }

  /** How many residents wait for a reply. */
  int waiting() {
    return asked.size();
  }

  /** How many messages have arrived, those that nobody waited for too. */
  long arrived() {
    return arrived.get();
  }

  /** The latencies since the last call, sorted, in nanoseconds. */
  long[] takeLatencies() {
    var taken = new ArrayList<Long>();
    for (Long next = latencies.poll(); next != null; next = latencies.poll()) {
      taken.add(next);
    }
    return taken.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      JsonNode body = mapper.readTree(exchange.getRequestBody());
      String result =
          switch (path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)) {
            case "getme" ->
                """
                {"id":1,"is_bot":true,"first_name":"Bot","username":"load_bot"}""";
            case "getupdates" -> poll(body.path("timeout").asInt());
            case "sendmessage" -> message(body.path("chat_id").asLong());
            default -> "true";
          };
      byte[] answer = ("{\"ok\":true,\"result\":" + result + "}").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** It is never asked for the same again: the program neither dies nor drops an answer here. */
  private String poll(int seconds) {
    try {
      ObjectNode first = updates.poll(seconds, TimeUnit.SECONDS);
      if (first == null) {
        return "[]";
      }
      var batch = new ArrayList<ObjectNode>();
      batch.add(first);
      updates.drainTo(batch, BATCH - 1);
      return batch.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "[]";
    }
  }

  private String message(long chat) {
    Long since = asked.remove(chat);
    if (since != null) {
      latencies.add(System.nanoTime() - since);
    }
    return """
    {"message_id":%d,"date":%d,"chat":{"id":%d,"type":"private","first_name":"Ala"},"text":"-"}"""
        .formatted(arrived.incrementAndGet(), System.currentTimeMillis() / 1000, chat);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
