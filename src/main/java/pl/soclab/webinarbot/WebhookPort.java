package pl.soclab.webinarbot;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A port for the webhook alone: a proxy makes it public, and must not make health and metrics
 * public with it. Each port knows only its own paths.
 */
final class WebhookPort extends OncePerRequestFilter
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  /** The proxy is near, and an update is small. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  private final Connector connector = new Connector();
  private final WebhookAddress address;
  private final String path;

  WebhookPort(WebhookAddress address, String path) {
    this.address = address;
    this.path = path;
    connector.setPort(address.portNumber());
    connector.setProperty("address", address.inet().getHostAddress());
    connector.setProperty("connectionTimeout", String.valueOf(LONGEST_SILENCE.toMillis()));
    // A body that is too long is not read to its end.
    connector.setProperty("maxSwallowSize", "0");
    connector.getProtocolHandler().setExecutor(new VirtualThreadTaskExecutor("webhook-"));
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    tryToListen();
    factory.addAdditionalConnectors(connector);
  }

  /** Tomcat would tell the wrong port in pages of stack trace. */
  private void tryToListen() {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address.inet(), address.portNumber()));
    } catch (IOException e) {
      throw new WrongSetting(
          "WEBHOOK_PORT",
          "nie da się nasłuchiwać na porcie " + address.port() + ".",
          "Proszę zatrzymać program, który go zajmuje, albo podać inny WEBHOOK_PORT lub"
              + " WEBHOOK_ADDRESS.");
    }
  }

  /** The port that it listens on, once it does. */
  int number() {
    return connector.getLocalPort();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isOurs = request.getLocalPort() == number();
    if (isOurs == request.getRequestURI().equals(path)) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
