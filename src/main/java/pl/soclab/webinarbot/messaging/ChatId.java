package pl.soclab.webinarbot.messaging;

/**
 * A chat, as Telegram numbers it: positive for a private chat, negative for a group. Up to 52
 * significant bits, so it never fits an {@code int} (Bot API, type {@code Chat}).
 */
public record ChatId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
