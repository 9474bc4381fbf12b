package pl.soclab.webinarbot.telegram;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which bot this is and where its Bot API answers.
 *
 * @param token from @BotFather, e.g. {@code 123456:ABC-DEF}; whoever knows it is the bot, so it is
 *     never printed
 * @param api scheme, host and port of the Bot API, without a path
 * @param messagesPerSecond how many messages may leave in all chats together, replies included
 * @param webhook where Telegram delivers updates; null where the bot fetches them
 */
public record TelegramSettings(
    String token, URI api, int messagesPerSecond, @Nullable WebhookSettings webhook) {
  /** Telegram's own servers. */
  public static final URI TELEGRAM = URI.create("https://api.telegram.org");

  /** Telegram allows about 30 (Bot API FAQ, "My bot is hitting limits"); a few are left free. */
  public static final int MESSAGES_PER_SECOND = 25;

  /** A bot at the usual pace. */
  public TelegramSettings(String token, URI api) {
    this(token, api, MESSAGES_PER_SECOND);
  }

  /** A bot that fetches its updates. */
  public TelegramSettings(String token, URI api, int messagesPerSecond) {
    this(token, api, messagesPerSecond, null);
  }

  public TelegramSettings {
    if (messagesPerSecond < 1) {
      throw new IllegalArgumentException("No message ever leaves: " + messagesPerSecond);
    }
    if (token.isBlank()) {
      throw new IllegalArgumentException("The bot's token is empty");
    }
    boolean http = "http".equals(api.getScheme()) || "https".equals(api.getScheme());
    String path = api.getPath();
    if (!http || api.getHost() == null || (path != null && path.length() > 1)) {
      throw new IllegalArgumentException(
          "The address of the Bot API is no http(s)://host[:port]: " + api);
    }
  }

  /** The bot with this token on Telegram's own servers. */
  public static TelegramSettings of(String token) {
    return new TelegramSettings(token, TELEGRAM);
  }

  /** The same bot, which Telegram delivers to. */
  public TelegramSettings with(@Nullable WebhookSettings address) {
    return new TelegramSettings(token, api, messagesPerSecond, address);
  }

  int port() {
    return api.getPort() > 0 ? api.getPort() : "https".equals(api.getScheme()) ? 443 : 80;
  }

  /** The text with the token made unreadable; exceptions of HTTP clients name the whole address. */
  String mask(String text) {
    return text.replace(token, "<token>");
  }

  /** What went wrong with its causes, in one line, without the token. */
  String describe(Throwable fault) {
    var line = new StringBuilder();
    Throwable cause = fault;
    for (int depth = 0; cause != null && depth < 4; depth++, cause = cause.getCause()) {
      line.append(depth == 0 ? "" : " <- ").append(cause);
    }
    return mask(line.toString());
  }

  @Override
  public String toString() {
    return "TelegramSettings[token=<token>, api=" + api + ", webhook=" + webhook + "]";
  }
}
