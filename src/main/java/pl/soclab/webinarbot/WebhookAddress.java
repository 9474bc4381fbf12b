package pl.soclab.webinarbot;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import pl.soclab.webinarbot.telegram.TelegramSettings;
import pl.soclab.webinarbot.telegram.WebhookSettings;

/**
 * Where Telegram delivers updates, and where this program listens for them; the two differ, as a
 * proxy in between holds the certificate.
 *
 * @param url public; empty for long polling
 * @param secret empty for one that follows from the token; never printed
 * @param port of this machine; 0 for any free one
 * @param address of this machine
 */
record WebhookAddress(String url, String secret, String port, String address) {
  private static final int LAST_PORT = 65_535;

  WebhookAddress {
    url = url.strip();
    secret = secret.strip();
    port = port.isBlank() ? "8082" : port.strip();
    address = address.isBlank() ? "127.0.0.1" : address.strip();
    portNumber(port);
    inet(address);
    if (!url.isEmpty()) {
      settings(url, secret, "unused");
    }
  }

  private static WebhookSettings settings(String url, String secret, String token) {
    URI uri;
    WebhookSettings derived;
    try {
      uri = new URI(url);
      derived = WebhookSettings.of(uri, token);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw wrongUrl(url);
    }
    try {
      return secret.isEmpty() ? derived : new WebhookSettings(uri, secret);
    } catch (IllegalArgumentException e) {
      throw new WrongSetting(
          "WEBHOOK_SECRET",
          "Telegram przyjmuje tylko od 1 do 256 znaków: A-Z, a-z, 0-9, _ i -.",
          "Proszę podać inne albo usunąć tę zmienną; wtedy program ustali je sam.");
    }
  }

  private static WrongSetting wrongUrl(String url) {
    return new WrongSetting(
        "WEBHOOK_URL",
        "„" + url + "” to nie jest adres, pod który Telegram coś dostarczy.",
        "Proszę podać publiczny adres https z portem 443, 80, 88 lub 8443, na przykład"
            + " https://bot.gmina.example/telegram, albo usunąć tę zmienną.");
  }

  private static int portNumber(String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= LAST_PORT) {
      return Integer.parseInt(text);
    }
    throw new WrongSetting(
        "WEBHOOK_PORT",
        "„" + text + "” to nie jest numer portu.",
        "Proszę podać liczbę od 1 do 65535, na przykład 8082.");
  }

  private static InetAddress inet(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new WrongSetting(
          "WEBHOOK_ADDRESS",
          "„" + text + "” to nie jest adres tego komputera.",
          "Proszę podać na przykład 127.0.0.1 albo 0.0.0.0.");
    }
  }

  /** For a bot; null where it polls. */
  @Nullable WebhookSettings of(String token, URI api) {
    if (url.isEmpty()) {
      return null;
    }
    WebhookSettings settings = settings(url, secret, token);
    if (api.equals(TelegramSettings.TELEGRAM) && !settings.isPublic()) {
      throw wrongUrl(url);
    }
    return settings;
  }

  int portNumber() {
    return portNumber(port);
  }

  InetAddress inet() {
    return inet(address);
  }

  @Override
  public String toString() {
    return "WebhookAddress[url=%s, port=%s, address=%s]".formatted(url, port, address);
  }
}
