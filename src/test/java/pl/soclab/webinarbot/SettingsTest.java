package pl.soclab.webinarbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.soclab.webinarbot.messaging.ChatId;
import pl.soclab.webinarbot.reminders.QuietHours;
import pl.soclab.webinarbot.telegram.TelegramSettings;
import pl.soclab.webinarbot.telegram.WebhookSettings;

class SettingsTest {
  private static final String TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";

  @Test
  void withoutAnythingSetItIsThePreviewOnItsUsualPort() {
    Settings settings = settings(Map.of());

    assertThat(settings.telegram()).isNull();
    assertThat(settings.previewPortNumber()).isEqualTo(8080);
    assertThat(settings.database().url()).startsWith("jdbc:h2:file:").contains("/data/preview;");
  }

  @Test
  void tokenMeansTelegramAndADatabaseOfItsOwn() {
    Settings settings = settings(Map.of("token", " " + TOKEN + "\n"));

    assertThat(settings.telegram())
        .isEqualTo(new TelegramSettings(TOKEN, URI.create("https://api.telegram.org")));
    assertThat(settings.database().url()).contains("/data/webinar-bot;");
  }

  @Test
  void previewNeverTouchesTheDatabaseOfRealResidents() {
    Settings settings = settings(Map.of("database", "jdbc:postgresql://db/bot"));

    assertThat(settings.database().url()).contains("/data/preview;");
  }

  @Test
  void dataFolderIsTheOneThatIsSet(@TempDir Path folder) {
    assertThat(settings(Map.of("data", folder.toString())).database().url())
        .startsWith("jdbc:h2:file:" + folder.resolve("preview"));
  }

  @ParameterizedTest
  @CsvSource({
    "token, moj-token, TELEGRAM_BOT_TOKEN",
    "token, 123:krotki, TELEGRAM_BOT_TOKEN",
    "api, api.telegram.org, TELEGRAM_API_URL",
    "api, https://api.telegram.org/bot, TELEGRAM_API_URL",
    "api, https://zły adres, TELEGRAM_API_URL",
    "database, mysql://db/bot, DATABASE_URL",
    "database, moja baza, DATABASE_URL",
    "port, osiem, PREVIEW_PORT",
    "port, 70000, PREVIEW_PORT",
    "port, -1, PREVIEW_PORT",
    "organisers, @jan, ORGANISERS",
    "organisers, -100200300, ORGANISERS",
    "organisers, 9999999999999999999, ORGANISERS",
    "quiet, noc, QUIET_HOURS",
    "quiet, 25:00-8:00, QUIET_HOURS",
    "rate, 0, MESSAGES_PER_SECOND",
    "rate, szybko, MESSAGES_PER_SECOND",
    "webhook, bot.gmina.example/telegram, WEBHOOK_URL",
    "webhook, http://bot.gmina.example/telegram, WEBHOOK_URL",
    "webhook, https://bot.gmina.example:8444/telegram, WEBHOOK_URL",
    "webhook, https://user:pass@bot.gmina.example/telegram, WEBHOOK_URL",
    "webhookPort, 70000, WEBHOOK_PORT",
    "webhookAddress, nie ma takiego, WEBHOOK_ADDRESS",
    "log, xml, LOG_FORMAT"
  })
  void wrongValueIsNamedByItsVariable(String key, String value, String variable) {
    assertThatThrownBy(() -> settings(Map.of(key, value)))
        .isInstanceOf(WrongSetting.class)
        .hasMessageStartingWith(variable + ": ")
        .hasMessageContaining("Proszę");
  }

  @Test
  void organisersAreListedBetweenCommas() {
    assertThat(settings(Map.of("organisers", " 501000001, 7000000001\n")).organiserChats())
        .containsExactlyInAnyOrder(new ChatId(501_000_001L), new ChatId(7_000_000_001L));
    assertThat(settings(Map.of()).organiserChats()).isEmpty();
  }

  @Test
  void quietHoursLastFromNineToEightUnlessTheOperatorSaysOtherwise() {
    assertThat(settings(Map.of()).quiet()).isEqualTo(QuietHours.USUAL);
    assertThat(settings(Map.of("quiet", "22:30 – 7:00")).quiet())
        .isEqualTo(new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 0)));
  }

  @Test
  void secretOfTheWebhookFollowsFromTheTokenUnlessItIsSet() {
    String url = "https://bot.gmina.example/telegram";

    WebhookSettings derived = webhook(Map.of("token", TOKEN, "webhook", url));
    WebhookSettings set = webhook(Map.of("token", TOKEN, "webhook", url, "secret", "nasze_1"));

    assertThat(derived).isEqualTo(webhook(Map.of("token", TOKEN, "webhook", url)));
    assertThat(derived.secret()).matches("[A-Za-z0-9_-]{43}").doesNotContain("AAbbCC");
    assertThat(set.secret()).isEqualTo("nasze_1");
    assertThat(set.path()).isEqualTo("/telegram");
  }

  @Test
  void wrongSecretIsNamedAndNotPrinted() {
    var given = Map.of("webhook", "https://bot.gmina.example/", "secret", "żółw");

    assertThatThrownBy(() -> settings(given))
        .hasMessageStartingWith("WEBHOOK_SECRET: ")
        .hasMessageNotContaining("żółw");
  }

  @Test
  void ownServerOfTheBotApiDeliversAnywhere() {
    var given =
        Map.of("token", TOKEN, "api", "http://127.0.0.1:8081", "webhook", "http://127.0.0.1:9/a");

    assertThat(webhook(given).url()).hasPort(9);
  }

  private static WebhookSettings webhook(Map<String, String> given) {
    TelegramSettings telegram = Objects.requireNonNull(settings(given).telegram());
    return Objects.requireNonNull(telegram.webhook());
  }

  @Test
  void secretsAreNeverPrinted() {
    Settings settings = settings(Map.of("token", TOKEN, "password", "tajne"));

    assertThat(settings.toString()).doesNotContain("AAbbCC").doesNotContain("tajne");
    assertThatThrownBy(() -> settings(Map.of("token", "tajny-token")))
        .hasMessageNotContaining("tajny-token");
    assertThatThrownBy(() -> settings(Map.of("database", "postgres://u:taj ne@db/bot")))
        .hasMessageNotContaining("taj ne");
  }

  private static Settings settings(Map<String, String> given) {
    var all = new HashMap<String, String>(given);
    return new Settings(
        all.getOrDefault("token", ""),
        all.getOrDefault("api", ""),
        all.getOrDefault("database", ""),
        "",
        all.getOrDefault("password", ""),
        all.getOrDefault("data", ""),
        all.getOrDefault("port", ""),
        "",
        "",
        all.getOrDefault("organisers", ""),
        all.getOrDefault("quiet", ""),
        all.getOrDefault("rate", ""),
        all.getOrDefault("webhook", ""),
        all.getOrDefault("secret", ""),
        all.getOrDefault("webhookPort", ""),
        all.getOrDefault("webhookAddress", ""),
        all.getOrDefault("log", ""));
  }
}
