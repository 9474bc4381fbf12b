package pl.soclab.webinarbot.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Starting and stopping, and the clock. */
class PreviewTest {
  @Test
  void takenPortIsNamedWithTheWayOut() {
    try (Preview first = ApiClient.preview()) {
      int port = first.botApi().getPort();

      assertThatThrownBy(
              () -> Preview.start(PreviewSettings.startingAt(ApiClient.START).onPort(port)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void wrongPortAndTokenAreNamed() {
    var settings = PreviewSettings.startingAt(ApiClient.START);

    assertThatThrownBy(() -> settings.onPort(70_000)).hasMessageContaining("70000");
    assertThatThrownBy(() -> settings.withToken("tajne")).hasMessageContaining("token");
  }

  @Test
  void listensOnLoopbackAlone() throws Exception {
    try (Preview preview = ApiClient.preview()) {
      InetAddress own = InetAddress.getLocalHost();
      var elsewhere = new InetSocketAddress(own, preview.botApi().getPort());

      assertThat(preview.botApi()).hasHost("127.0.0.1");
      if (!own.isLoopbackAddress()) {
        assertThatThrownBy(
                () -> {
                  try (var socket = new Socket()) {
                    socket.connect(elsewhere, 500);
                  }
                })
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void clockRunsOnFromWhereItIsSet() {
    var real = new MovableTime(Instant.parse("2026-01-01T00:00:00Z"));
    var clock = new PreviewClock(ApiClient.START, real);
    var moves = new AtomicInteger();
    clock.onMove(moves::incrementAndGet);

    real.now = real.now.plusSeconds(90);
    assertThat(clock.instant()).isEqualTo(ApiClient.START.plusSeconds(90));

    clock.moveBy(Duration.ofDays(-1));
    clock.moveTo(Instant.parse("2022-03-27T01:30:00Z"));
    real.now = real.now.plusSeconds(10);

    assertThat(clock.instant()).isEqualTo(Instant.parse("2022-03-27T01:30:10Z"));
    assertThat(moves).hasValue(2);
  }

  private static final class MovableTime implements InstantSource {
    private Instant now;

    MovableTime(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
