package pl.soclab.webinarbot;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import pl.soclab.webinarbot.conversation.BotProfile;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.telegram.TelegramSettings;

/**
 * What an operator may set; {@code application.yml} names the environment variable of each, the
 * README says what it does. An empty value is as none. All are checked before anything is opened.
 *
 * @param telegramBotToken from @BotFather; empty for the preview
 * @param telegramApiUrl scheme, host and port
 * @param databaseUrl see {@link DatabaseAddress}; empty for H2 in {@code dataDir}
 * @param databaseUser empty where the address holds it
 * @param databasePassword likewise
 * @param dataDir the folder of the H2 file
 * @param previewPort on 127.0.0.1; 0 for any free one
 * @param botName as residents see it
 * @param botOperator a sentence on who runs the bot; may be empty
 * @param organisers Telegram user ids, between commas; may be empty
 * @param quietHours when nobody is written to without need, "21:00-8:00"
 * @param messagesPerSecond how many messages may leave in all chats together
 * @param webhookUrl where Telegram delivers updates; empty for long polling
 * @param webhookSecret see {@link WebhookAddress}; may be empty
 * @param webhookPort where this program listens for deliveries; 0 for any free one
 * @param webhookAddress on which of the machine's addresses
 * @param logFormat {@link LogFormat#TEXT} or {@link LogFormat#JSON}
 */
@ConfigurationProperties("webinar-bot")
record Settings(
    String telegramBotToken,
    String telegramApiUrl,
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    String dataDir,
    String previewPort,
    String botName,
    String botOperator,
    String organisers,
    String quietHours,
    String messagesPerSecond,
    String webhookUrl,
    String webhookSecret,
    String webhookPort,
    String webhookAddress,
    String logFormat) {
  /** As @BotFather gives it: the bot's number, a colon, 35 characters. */
  private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{20,100}");

  private static final int LAST_PORT = 65_535;

  private static final Pattern HOURS =
      Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–]\\s*(\\d{1,2}):(\\d{2})");

  /** At most 52 significant bits (Bot API, {@code User.id}). */
  private static final Pattern USER = Pattern.compile("[1-9]\\d{0,14}");

  Settings {
    telegramBotToken = telegramBotToken.strip();
    telegramApiUrl = orElse(telegramApiUrl, TelegramSettings.TELEGRAM.toString());
    databaseUrl = databaseUrl.strip();
    databaseUser = databaseUser.strip();
    dataDir = orElse(dataDir, "data");
    previewPort = orElse(previewPort, "8080");
    botName = orElse(botName, "Asystent wydarzeń");
    botOperator = botOperator.strip();
    checkToken(telegramBotToken);
    address(telegramApiUrl);
    port(previewPort);
    chats(organisers);
    quietHours = orElse(quietHours, "21:00-8:00");
    messagesPerSecond =
        orElse(messagesPerSecond, String.valueOf(TelegramSettings.MESSAGES_PER_SECOND));
    logFormat = orElse(logFormat, LogFormat.TEXT).toLowerCase(Locale.ROOT);
    checkLogFormat(logFormat);
    quiet(quietHours);
    rate(messagesPerSecond);
    DatabaseAddress.of(databaseUrl, databaseUser, databasePassword);
    new WebhookAddress(webhookUrl, webhookSecret, webhookPort, webhookAddress)
        .of("unused", address(telegramApiUrl));
  }

  private static String orElse(String value, String otherwise) {
    return value.isBlank() ? otherwise : value.strip();
  }

  private static void checkToken(String token) {
    if (!token.isEmpty() && !TOKEN.matcher(token).matches()) {
      throw new WrongSetting(
          "TELEGRAM_BOT_TOKEN",
          "to nie wygląda na token bota.",
          "Proszę skopiować z rozmowy z @BotFather cały token, w postaci 123456789:AbC..., bez"
              + " cudzysłowów; bez tokenu uruchomi się podgląd.");
    }
  }

  private static void checkLogFormat(String format) {
    if (!format.equals(LogFormat.TEXT) && !format.equals(LogFormat.JSON)) {
      throw new WrongSetting(
          "LOG_FORMAT",
          "„" + format + "” to nie jest postać dziennika.",
          "Proszę napisać json albo text.");
    }
  }

  private static URI address(String url) {
    try {
      URI uri = new URI(url);
      // The record knows which addresses it takes.
      return new TelegramSettings("unused", uri).api();
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new WrongSetting(
          "TELEGRAM_API_URL",
          "„" + url + "” to nie jest adres w postaci https://api.telegram.org.",
          "Proszę podać sam adres serwera albo usunąć tę zmienną.");
    }
  }

  private static int port(String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= LAST_PORT) {
      return Integer.parseInt(text);
    }
    throw new WrongSetting(
        "PREVIEW_PORT",
        "„" + text + "” to nie jest numer portu.",
        "Proszę podać liczbę od 1 do 65535, na przykład 8080.");
  }

  /** Which bot on which server; null without a token. */
  @Nullable TelegramSettings telegram() {
    URI api = address(telegramApiUrl);
    return telegramBotToken.isEmpty()
        ? null
        : new TelegramSettings(telegramBotToken, api, rate(messagesPerSecond))
            .with(webhook().of(telegramBotToken, api));
  }

  WebhookAddress webhook() {
    return new WebhookAddress(webhookUrl, webhookSecret, webhookPort, webhookAddress);
  }

  private static Set<ChatId> chats(String organisers) {
    var chats = new LinkedHashSet<ChatId>();
    for (String id : organisers.strip().split("[\\s,;]+", -1)) {
      if (USER.matcher(id).matches()) {
        chats.add(new ChatId(Long.parseLong(id)));
      } else if (!id.isEmpty()) {
        throw new WrongSetting(
            "ORGANISERS",
            "„" + id + "” to nie jest numer użytkownika Telegrama.",
            "Proszę podać same numery, oddzielone przecinkami, na przykład 123456789,987654321;"
                + " bot podaje numer rozmowy w odpowiedzi na /rozeslij.");
      }
    }
    return chats;
  }

  /** The private chats of the organisers; empty where none are listed. */
  Set<ChatId> organiserChats() {
    return chats(organisers);
  }

  private static QuietHours quiet(String text) {
    Matcher hours = HOURS.matcher(text);
    try {
      if (hours.matches()) {
        return new QuietHours(
            LocalTime.of(Integer.parseInt(hours.group(1)), Integer.parseInt(hours.group(2))),
            LocalTime.of(Integer.parseInt(hours.group(3)), Integer.parseInt(hours.group(4))));
      }
    } catch (DateTimeException e) {
      // No such hour: said below, with all that is no pair of hours.
    }
    throw new WrongSetting(
        "QUIET_HOURS",
        "„" + text + "” to nie są dwie godziny.",
        "Proszę napisać na przykład 21:00-8:00; bez ciszy nocnej: 0:00-0:00.");
  }

  /** When nobody is written to without need. */
  QuietHours quiet() {
    return quiet(quietHours);
  }

  private static int rate(String text) {
    if (text.matches("[1-9]\\d{0,4}")) {
      return Integer.parseInt(text);
    }
    throw new WrongSetting(
        "MESSAGES_PER_SECOND",
        "„" + text + "” to nie jest liczba wiadomości na sekundę.",
        "Proszę podać liczbę, na przykład 25: Telegram przyjmuje około 30.");
  }

  int previewPortNumber() {
    return port(previewPort);
  }

  Path dataFolder() {
    return Path.of(dataDir).toAbsolutePath().normalize();
  }

  /** Where the data is kept; the preview never touches what real residents are stored in. */
  DatabaseAddress database() {
    if (telegram() == null) {
      return DatabaseAddress.file(dataFolder().resolve("preview"));
    }
    DatabaseAddress given = DatabaseAddress.of(databaseUrl, databaseUser, databasePassword);
    return given == null ? DatabaseAddress.file(dataFolder().resolve("webinar-bot")) : given;
  }

  BotProfile profile() {
    return new BotProfile(botName, botOperator.isEmpty() ? null : botOperator);
  }

  @Override
  public String toString() {
    return "Settings[telegramApiUrl=%s, dataDir=%s, previewPort=%s, botName=%s]"
        .formatted(telegramApiUrl, dataDir, previewPort, botName);
  }
}
