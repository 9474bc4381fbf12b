package pl.soclab.webinarbot.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The chat page: its files, what it downloads, and the way to its own small API. */
final class Page {
  private static final String HTML = "text/html";
  private static final String SCRIPT = "text/javascript";

  /** Paths of the page's own files and what they are. */
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("/", HTML),
          Map.entry("/page.css", "text/css"),
          Map.entry("/page.js", SCRIPT),
          Map.entry("/server.js", SCRIPT),
          Map.entry("/chats.js", SCRIPT),
          Map.entry("/messages.js", SCRIPT),
          Map.entry("/composer.js", SCRIPT),
          Map.entry("/attach.js", SCRIPT),
          Map.entry("/menus.js", SCRIPT),
          Map.entry("/clock.js", SCRIPT),
          Map.entry("/favicon.svg", "image/svg+xml"),
          Map.entry("/favicon.ico", "image/svg+xml"),
          Map.entry("/robots.txt", "text/plain"));

  /** No request leaves this machine, and no text of a message can become a script. */
  private static final Map<String, String> SAFETY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private final World world;
  private final PageApi api;
  private final PageStream stream;

  Page(World world, PreviewSettings settings) {
    this.world = world;
    var state = new PageState(world, settings);
    this.api = new PageApi(world, state, settings.zone());
    this.stream = new PageStream(world, state);
  }

  void handle(HttpExchange exchange) throws IOException {
    SAFETY.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    String path = exchange.getRequestURI().getPath();
    boolean read = exchange.getRequestMethod().matches("GET|HEAD");
    if (path.equals("/api/events")) {
      stream.handle(exchange);
    } else if (path.startsWith("/api/")) {
      api.handle(exchange).send(exchange);
    } else if (!read) {
      Reply.text(405, "text/plain", "Tu można tylko czytać.").send(exchange);
    } else if (path.startsWith("/files/")) {
      download(path.substring("/files/".length())).send(exchange);
    } else if (FILES.containsKey(path)) {
      file(path).send(exchange);
    } else {
      Reply.text(404, "text/plain", "Nie ma tu takiej strony.").send(exchange);
    }
  }

  private static Reply file(String path) {
    String name =
        switch (path) {
          case "/" -> "page.html";
          case "/favicon.ico" -> "favicon.svg";
          default -> path.substring(1);
        };
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The page's file " + name + " is missing in the jar");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Reply.text(200, FILES.getOrDefault(path, HTML), text);
    } catch (IOException e) {
      throw new UncheckedIOException("The page's file " + name + " cannot be read", e);
    }
  }

  /** A file that somebody sent, always to be saved and never shown in the page's own name. */
  private Reply download(String idAndName) {
    String id = idAndName.replaceFirst("/.*", "");
    return world
        .files
        .withId(id)
        .map(
            file -> {
              var headers = new HashMap<String, String>();
              String name =
                  URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
              headers.put("Content-Disposition", "attachment; filename*=UTF-8''" + name);
              return new Reply(200, safeType(file.mediaType()), file.content(), headers);
            })
        .orElseGet(() -> Reply.text(404, "text/plain", "Nie ma takiego pliku."));
  }

  private static String safeType(String mediaType) {
    return mediaType.matches("[\\w.+-]+/[\\w.+-]+(; ?charset=[\\w-]+)?")
        ? mediaType
        : "application/octet-stream";
  }
}
