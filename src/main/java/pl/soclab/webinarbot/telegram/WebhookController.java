package pl.soclab.webinarbot.telegram;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * Takes the updates that Telegram delivers (Bot API, {@code setWebhook}). Whatever is not answered
 * with 2xx comes again, in the order of its chat, so an update is stored first and handled later.
 *
 * <p>The body is read here and not by one of Spring's converters: nobody without the secret makes
 * the program read anything, and Jackson 3 cannot read Telegram's types.
 */
public final class WebhookController implements HttpRequestHandler {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);

  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

  /** A hundred times what the longest message of 4096 characters takes. */
  private static final int LONGEST_BODY = 1 << 20;

  private final byte[] secret;
  private final Reception reception;
  private final TelegramMetrics metrics;

  WebhookController(WebhookSettings webhook, Reception reception, TelegramMetrics metrics) {
    this.secret = webhook.secret().getBytes(StandardCharsets.UTF_8);
    this.reception = reception;
    this.metrics = metrics;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(take(request));
  }

  /** The status of the answer, which has no body: nobody is told more than that. */
  private int take(HttpServletRequest request) throws IOException {
    if (!request.getMethod().equals("POST")) {
      return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    }
    if (!isTelegram(request.getHeader(SECRET))) {
      metrics.refused();
      return HttpServletResponse.SC_UNAUTHORIZED;
    }
    byte[] body = body(request);
    if (body == null) {
      LOG.error("A delivery of more than {} bytes was refused", LONGEST_BODY);
      return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    }
    try {
      // What cannot be read is taken all the same: Telegram would deliver it again and again, and
      // hold back whatever that chat writes after it.
      boolean _ = reception.delivered(body);
      return HttpServletResponse.SC_OK;
    } catch (RuntimeException e) {
      LOG.error("A delivery could not be stored, Telegram repeats it. See to the database: {}", e);
      return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
  }

  /** Compared in constant time, so that the answer's delay does not tell how much was right. */
  private boolean isTelegram(@Nullable String shown) {
    return shown != null && MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
  }

  /** Null where it is too long, whether it says so at the start or not. */
  private static byte @Nullable [] body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > LONGEST_BODY) {
      return null;
    }
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    return body.length > LONGEST_BODY ? null : body;
  }
}
