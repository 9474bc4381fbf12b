package pl.soclab.webinarbot.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to one chat. It may be longer than Telegram allows: the sender cuts it at sentence
 * ends, and the buttons go under the last part.
 *
 * @param chat where it goes
 * @param text never blank
 * @param buttons rows of buttons; empty for none
 * @param attachment a file that the text is the caption of; null for none
 */
public record OutgoingMessage(
    ChatId chat, RichText text, List<List<Button>> buttons, @Nullable Attachment attachment) {
  public OutgoingMessage {
    buttons = buttons.stream().map(List::copyOf).toList();
    if (text.text().isBlank()) {
      throw new IllegalArgumentException("A message without text to " + chat);
    }
  }

  /** A message of text alone. */
  public static OutgoingMessage text(ChatId chat, String text) {
    return new OutgoingMessage(chat, RichText.plain(text), List.of(), null);
  }
}
