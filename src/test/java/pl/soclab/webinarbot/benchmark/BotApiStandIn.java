package pl.soclab.webinarbot.benchmark;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * The few methods of the Bot API that sending needs, answered at once and never with an error. It
 * keeps nothing of a message but its number, so that the heap which is measured is the bot's.
 */
public final class BotApiStandIn implements AutoCloseable {
  private static final int POLL_SECONDS = 20;
  private static final int BACKLOG = 1000;

  private record Update(ObjectNode json, Runnable handedOut) {}

  private final ObjectMapper mapper = new ObjectMapper();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Update> updates = new LinkedBlockingQueue<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final int batch;
  private final HttpServer server;
  private volatile LongConsumer listener = chat -> {};

  static {
    // Without these a small answer waits 40 ms for an acknowledgement, and an idle connection is
    // closed under the hands of the client.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
  }

  /**
   * Listens at once.
   *
   * @param batch how many updates a poll fetches at the most
   */
  public BotApiStandIn(int batch) throws IOException {
    this.batch = batch;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Told the chat of each message when it has arrived. */
  public void onMessage(LongConsumer chats) {
    listener = chats;
  }

  /** How many messages have arrived. */
  public long sent() {
    return sent.get();
  }

  /**
   * A resident writes.
   *
   * @param handedOut run when the update leaves for the bot
   */
  public void write(long chat, String text, Runnable handedOut) {
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
    updates.add(new Update(update, handedOut));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      JsonNode body = mapper.readTree(exchange.getRequestBody());
      String result =
          switch (path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)) {
            case "getme" ->
                """
                {"id":1,"is_bot":true,"first_name":"Bot","username":"benchmark_bot"}""";
            case "getupdates" -> poll(body.path("timeout").asInt(POLL_SECONDS));
            case "sendmessage" -> message(body.path("chat_id").asLong());
            default -> "true";
          };
      byte[] answer = ("{\"ok\":true,\"result\":" + result + "}").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** What waits beyond the batch is fetched by the next poll. */
  private String poll(int seconds) {
    try {
      Update first = updates.poll(seconds, TimeUnit.SECONDS);
      if (first == null) {
        return "[]";
      }
      var fetched = new ArrayList<Update>();
      fetched.add(first);
      updates.drainTo(fetched, batch - 1);
      fetched.forEach(update -> update.handedOut().run());
      return fetched.stream().map(Update::json).toList().toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "[]";
    }
  }

  private String message(long chat) {
    long number = sent.incrementAndGet();
    listener.accept(chat);
    return """
    {"message_id":%d,"date":%d,"chat":{"id":%d,"type":"private","first_name":"Ala"},"text":"-"}"""
        .formatted(number, System.currentTimeMillis() / 1000, chat);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
