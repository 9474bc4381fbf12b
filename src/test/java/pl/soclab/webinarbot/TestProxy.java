package pl.soclab.webinarbot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A reverse proxy: deliveries go to the instances by turns, and to the next where one is gone. */
final class TestProxy implements AutoCloseable {
  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Integer> ports;
  private final AtomicInteger turn = new AtomicInteger();

  TestProxy(List<Integer> ports) throws IOException {
    this.ports = ports;
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/telegram", this::pass);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/telegram");
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String secret = exchange.getRequestHeaders().getFirst(SECRET);
    int first = turn.getAndIncrement();
    int status = 502;
    for (int i = 0; i < ports.size() && status != 200; i++) {
      status = passTo(ports.get((first + i) % ports.size()), secret, body);
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private int passTo(int port, String secret, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/telegram"))
            .timeout(Duration.ofSeconds(5))
            .header(SECRET, secret)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 502;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 502;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }
}
