package pl.soclab.webinarbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramSettingsTest {
  @Test
  void tokenIsNeverPrinted() {
    TelegramSettings settings = TelegramSettings.of("123456:tajny");
    var fault =
        new IllegalStateException(
            "broken",
            new IOException("no answer of https://api.telegram.org/bot123456:tajny/getMe"));

    assertThat(settings.toString()).doesNotContain("tajny");
    assertThat(settings.describe(fault)).doesNotContain("tajny").contains("<token>/getMe");
  }

  @Test
  void portFollowsFromTheScheme() {
    assertThat(TelegramSettings.of("1:a").port()).isEqualTo(443);
    assertThat(new TelegramSettings("1:a", URI.create("http://localhost")).port()).isEqualTo(80);
    assertThat(new TelegramSettings("1:a", URI.create("http://localhost:8081/")).port())
        .isEqualTo(8081);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.telegram.org", "ftp://host", "https://host/path", "https:///"})
  void addressThatIsNoneIsRefused(String address) {
    assertThatThrownBy(() -> new TelegramSettings("1:a", URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void emptyTokenIsRefused() {
    assertThatThrownBy(() -> TelegramSettings.of(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
