package pl.soclab.webinarbot.preview;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;

/**
 * How a preview is set up.
 *
 * @param port on 127.0.0.1; 0 for any free one
 * @param start what the clock says at first
 * @param zone in which the page shows and takes times
 * @param allEventsPast whether the clock was set back because no event is to come; the page says so
 * @param botName the bot's name in the chats
 * @param botUsername without the at sign
 * @param token of the bot
 * @param firstUpdateId the id of the first update
 * @param labels what the page says beside the name of a resident, by their number: the stand-in
 *     knows nobody's part in the program on the other side
 */
public record PreviewSettings(
    int port,
    Instant start,
    ZoneId zone,
    boolean allEventsPast,
    String botName,
    String botUsername,
    String token,
    int firstUpdateId,
    Map<Long, String> labels) {
  /** The number of the resident who is there first; the others follow. */
  public static final long FIRST_RESIDENT = 501_000_001L;

  private static final int DEFAULT_PORT = 8080;

  public PreviewSettings {
    labels = Map.copyOf(labels);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("The port has to be from 0 to 65535, not " + port);
    }
    if (!token.matches("\\d+:[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("The token has to be digits, a colon and letters");
    }
  }

  /** Port 8080, a clock from {@code start} in Polish time, a token of its own. */
  public static PreviewSettings startingAt(Instant start) {
    return new PreviewSettings(
        DEFAULT_PORT,
        start,
        ZoneId.of("Europe/Warsaw"),
        false,
        "Asystent wydarzeń",
        "podglad_bot",
        newToken(),
        100_000,
        Map.of());
  }

  /** The same on another port; 0 for any free one. */
  public PreviewSettings onPort(int otherPort) {
    return new PreviewSettings(
        otherPort, start, zone, allEventsPast, botName, botUsername, token, firstUpdateId, labels);
  }

  /** The same with times in another zone. */
  public PreviewSettings inZone(ZoneId otherZone) {
    return new PreviewSettings(
        port, start, otherZone, allEventsPast, botName, botUsername, token, firstUpdateId, labels);
  }

  /** The same, and the page says that all events are past and the clock was set back. */
  public PreviewSettings afterAllEvents() {
    return new PreviewSettings(
        port, start, zone, true, botName, botUsername, token, firstUpdateId, labels);
  }

  /** The same with another name and username of the bot. */
  public PreviewSettings botCalled(String name, String username) {
    return new PreviewSettings(
        port, start, zone, allEventsPast, name, username, token, firstUpdateId, labels);
  }

  /** The same with another token. */
  public PreviewSettings withToken(String otherToken) {
    return new PreviewSettings(
        port, start, zone, allEventsPast, botName, botUsername, otherToken, firstUpdateId, labels);
  }

  /** The same with update ids that begin elsewhere. */
  public PreviewSettings updatesFrom(int id) {
    return new PreviewSettings(
        port, start, zone, allEventsPast, botName, botUsername, token, id, labels);
  }

  /** The same with words beside the names of these residents, by their numbers. */
  public PreviewSettings labelled(Map<Long, String> residents) {
    return new PreviewSettings(
        port, start, zone, allEventsPast, botName, botUsername, token, firstUpdateId, residents);
  }

  /** The part of the token before the colon. */
  long botId() {
    return Long.parseLong(token.substring(0, token.indexOf(':')));
  }

  private static String newToken() {
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    return "700000001:" + HexFormat.of().formatHex(secret);
  }
}
