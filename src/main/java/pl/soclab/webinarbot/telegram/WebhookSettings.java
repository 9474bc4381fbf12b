package pl.soclab.webinarbot.telegram;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where Telegram delivers updates, and how it shows that it is Telegram.
 *
 * @param url the public address; {@code https} with one of the ports that Telegram knows, unless
 *     the Bot API server is one of our own
 * @param secret sent along with each update (Bot API, {@code setWebhook}: 1–256 of {@code
 *     A-Za-z0-9_-}); never printed
 */
public record WebhookSettings(URI url, String secret) {
  /** Bot API, {@code setWebhook}: "Ports currently supported for webhooks". */
  private static final Set<Integer> PORTS = Set.of(443, 80, 88, 8443);

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  /** What an address without a port means. */
  private static final int NONE = -1;

  public WebhookSettings {
    if (!isAddress(url)) {
      throw new IllegalArgumentException("No address for a webhook: " + url);
    }
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException("Not 1 to 256 of A-Za-z0-9_-");
    }
  }

  private static boolean isAddress(URI url) {
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    return web && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null;
  }

  /**
   * Whether Telegram's own servers would deliver there. A Bot API server of one's own, started with
   * {@code --local}, delivers to any address.
   */
  public boolean isPublic() {
    return "https".equals(url.getScheme())
        && (url.getPort() == NONE || PORTS.contains(url.getPort()));
  }

  /** The address with a secret that follows from the token, so that all instances agree on it. */
  public static WebhookSettings of(URI url, String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest = mac.doFinal("webhook".getBytes(StandardCharsets.UTF_8));
      return new WebhookSettings(
          url, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  /** The path that the proxy passes on; at least a slash. */
  public String path() {
    return url.getRawPath().isEmpty() ? "/" : url.getRawPath();
  }

  @Override
  public String toString() {
    return "WebhookSettings[url=" + url + ", secret=<secret>]";
  }
}
