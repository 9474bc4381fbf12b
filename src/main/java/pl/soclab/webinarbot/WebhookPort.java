package pl.soclab.webinarbot;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
  private final String path;

  WebhookPort(WebhookAddress address, String path) {
    this.path = path;
    connector.setPort(address.portNumber());
    connector.setProperty("address", address.inet().getHostAddress());
    connector.setProperty("connectionTimeout", String.valueOf(LONGEST_SILENCE.toMillis()));
    // A body that is too long is not read to its end.
    connector.setProperty("maxSwallowSize", "0");
    connector.setThrowOnFailure(true);
    connector.getProtocolHandler().setExecutor(new VirtualThreadTaskExecutor("webhook-"));
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addAdditionalConnectors(connector);
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
