package pl.soclab.webinarbot.messaging;

import java.nio.charset.StandardCharsets;

/**
 * A button under a message.
 *
 * @param label what the resident reads
 * @param data what comes back when it is pressed: 1 to {@value #MAX_DATA_BYTES} bytes of UTF-8 (Bot
 *     API, {@code InlineKeyboardButton.callback_data})
 */
public record Button(String label, String data) {
  /** Bot API, {@code InlineKeyboardButton.callback_data}. */
  public static final int MAX_DATA_BYTES = 64;

  public Button {
    int bytes = data.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > MAX_DATA_BYTES) {
      throw new IllegalArgumentException("Button data of " + bytes + " bytes: " + data);
    }
    if (label.isBlank()) {
      throw new IllegalArgumentException("Button without a label: " + data);
    }
  }
}
